using Barter.Model;

namespace Barter.Engine.Strategies;

/// <summary>Buys every instrument at market, as soon as it has a price, and keeps it.</summary>
/// <remarks>
/// What the market cannot give at once is asked for again when it moves. An order that the exchange or the risk policy
/// refuses is the last one for its instrument.
/// </remarks>
public sealed class BuyAndHold : IStrategy, ISnapshotState
{
    private readonly decimal _notional;
    private PerInstrument<Purchase>? _purchases;
    private InstrumentIndex? _moved;

    /// <param name="notional">How much to spend on each instrument, in its quote asset; positive.</param>
    public BuyAndHold(decimal notional)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(notional);
        _notional = notional;
    }

    public StrategyId Id { get; } = new("buy-and-hold");

    public void See(in MarketEvent market, EngineState state) => _moved = market.Instrument;

    public void Hear(AccountEvent account, EngineState state)
    {
        if (account is AccountEvent.OrderSnapshot { Order: { State: InactiveOrderState.OpenFailed } order })
        {
            Stop(order.Key);
        }
    }

    public void Refused(OrderRequestOpen request, string reason) => Stop(request.Key);

    public void Decide(EngineState state, OrderBatch orders)
    {
        if (_moved is not { } moved)
        {
            return;
        }

        _moved = null;
        _purchases ??= new PerInstrument<Purchase>(state.Instruments.Length, _ => default);
        ref var purchase = ref _purchases[moved];
        var row = state[moved];
        if (purchase.IsOver || row.Orders.Count > 0 || row.Price is not { } price)
        {
            return;
        }

        var wanted = purchase.Wanted ?? Sizing.QuantityFor(_notional, price, row.Instrument);
        var missing = wanted - (row.Position?.QuantitySigned ?? 0m);
        var isOver = !Sizing.IsOrderable(missing, price, row.Instrument);
        purchase = new Purchase(wanted, isOver);
        if (!isOver)
        {
            orders.Market(moved, Side.Buy, missing);
        }
    }

    object? ISnapshotState.SaveState() => new Memory(_purchases, _moved);

    void ISnapshotState.RestoreState(object? state) => (_purchases, _moved) = (Memory)state!;

    private void Stop(OrderKey order)
    {
        if (order.Strategy == Id && _purchases is { } purchases && purchases.Contains(order.Instrument))
        {
            purchases[order.Instrument] = purchases[order.Instrument] with { IsOver = true };
        }
    }

    private sealed record Memory(PerInstrument<Purchase>? Purchases, InstrumentIndex? Moved);

    /// <summary>How much is wanted of an instrument, and whether nothing more is to be bought.</summary>
    private readonly record struct Purchase(decimal? Wanted, bool IsOver);
}
