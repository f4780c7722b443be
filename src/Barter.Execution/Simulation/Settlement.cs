using Barter.Model;
using static Barter.Execution.Simulation.LedgerAccount;

namespace Barter.Execution.Simulation;

/// <summary>Moves both legs of every trade, its fee, and what orders hold, through the ledger.</summary>
/// <remarks>
/// Values and fees are cut off towards zero on the grid of <see cref="Amounts"/> and reservations are rounded up, so
/// what an order holds always covers the rest of it.
/// </remarks>
internal sealed class Settlement(Ledger ledger, decimal makerFeesPercent, decimal takerFeesPercent)
{
    // A rebate is received after the value was paid, so it lowers no requirement
    private readonly decimal _reservedFees = Math.Max(Math.Max(makerFeesPercent, takerFeesPercent), 0m) / 100m;
    private readonly decimal _takerFees = Math.Max(takerFeesPercent, 0m) / 100m;

    public decimal FreeOf(AssetIndex asset) => ledger[asset, Free];

    public static AssetIndex GivenAsset(IndexedInstrument instrument, Side side) =>
        side == Side.Buy ? instrument.Underlying.Quote : instrument.Underlying.Base;

    /// <summary>What an order that may rest holds of the asset it gives.</summary>
    public decimal RequiredToRest(Side side, decimal limit, decimal quantity) =>
        side == Side.Sell ? quantity : Amounts.Raise(limit * quantity * (1m + _reservedFees));

    /// <summary>What an order needs that trades all of its quantity on arrival.</summary>
    public decimal RequiredToTake(Side side, decimal price, decimal quantity) =>
        side == Side.Sell ? quantity : Amounts.Raise(price * quantity * (1m + _takerFees));

    /// <summary>Holds what the rest of an order needs.</summary>
    public void Reserve(IndexedInstrument instrument, SimulatedOrder order)
    {
        order.Reserved = RequiredToRest(order.Side, order.Limit, order.Remaining);
        ledger.Post(GivenAsset(instrument, order.Side), Free, Reserved, order.Reserved);
    }

    /// <summary>Gives back what is held for an order that is over.</summary>
    public void Release(IndexedInstrument instrument, SimulatedOrder order)
    {
        ledger.Post(GivenAsset(instrument, order.Side), Reserved, Free, order.Reserved);
        order.Reserved = 0m;
    }

    /// <summary>Settles a trade on arrival, out of what is free, and tells its fee in the quote asset.</summary>
    public decimal SettleTaker(IndexedInstrument instrument, Side side, decimal price, decimal quantity) =>
        Settle(instrument, side, price, quantity, takerFeesPercent);

    /// <summary>Settles a trade of a resting order, which is already counted as filled, and tells its fee.</summary>
    public decimal SettleMaker(IndexedInstrument instrument, SimulatedOrder order, decimal quantity)
    {
        // What the fill needs and what was held in excess become free together; the former is spent at once
        var rest = RequiredToRest(order.Side, order.Limit, order.Remaining);
        ledger.Post(GivenAsset(instrument, order.Side), Reserved, Free, order.Reserved - rest);
        order.Reserved = rest;
        return Settle(instrument, order.Side, order.Limit, quantity, makerFeesPercent);
    }

    private decimal Settle(
        IndexedInstrument instrument, Side side, decimal price, decimal quantity, decimal feesPercent)
    {
        var (@base, quote) = (instrument.Underlying.Base, instrument.Underlying.Quote);
        var value = Amounts.Cut(price * quantity);
        var fee = Amounts.Cut(price * quantity * feesPercent / 100m);
        if (side == Side.Buy)
        {
            ledger.Post(quote, Free, Market, value);
            ledger.Post(@base, Market, Free, quantity);
        }
        else
        {
            ledger.Post(@base, Free, Market, quantity);
            ledger.Post(quote, Market, Free, value);
        }

        var (payer, payee) = fee >= 0m ? (Free, Fees) : (Fees, Free);
        ledger.Post(quote, payer, payee, Math.Abs(fee));
        return fee;
    }
}
