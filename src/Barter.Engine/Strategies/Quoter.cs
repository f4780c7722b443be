using Barter.Model;

namespace Barter.Engine.Strategies;

/// <summary>
/// Keeps one post-only bid and one post-only ask around the price, and moves them when the price has moved.
/// </summary>
public sealed class Quoter : IStrategy, ISnapshotState
{
    private readonly decimal _halfSpread;
    private readonly decimal _tolerance;
    private readonly decimal _notional;
    private readonly decimal _inventoryMax;
    private readonly TimeSpan _rest;
    private PerInstrument<Quotes>? _quotes;
    private InstrumentIndex? _moved;

    /// <param name="spreadBps">Distance of bid and ask, in hundredths of a percent of the price; positive.</param>
    /// <param name="notional">Size of each quote, in quote asset; positive.</param>
    /// <param name="inventoryMax">Largest position, long or short, in quote asset.</param>
    /// <param name="rest">At least this long between two changes of the quotes of an instrument.</param>
    public Quoter(decimal spreadBps, decimal notional, decimal inventoryMax, TimeSpan rest)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(spreadBps);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(notional);
        ArgumentOutOfRangeException.ThrowIfNegative(inventoryMax);
        ArgumentOutOfRangeException.ThrowIfLessThan(rest, TimeSpan.Zero);
        _halfSpread = spreadBps / 20_000m;
        _tolerance = _halfSpread / 4m;
        (_notional, _inventoryMax, _rest) = (notional, inventoryMax, rest);
    }

    public StrategyId Id { get; } = new("quoter");

    public void See(in MarketEvent market, EngineState state) => _moved = market.Instrument;

    public void Decide(EngineState state, OrderBatch orders)
    {
        if (_moved is not { } moved)
        {
            return;
        }

        _moved = null;
        _quotes ??= new PerInstrument<Quotes>(state.Instruments.Length, _ => new Quotes(Timestamp.MinValue, 0m));
        var row = state[moved];
        ref var quotes = ref _quotes[moved];
        if (row.Price is not { } price || state.Time < quotes.NotBefore)
        {
            return;
        }

        if (row.Orders.Count == 0)
        {
            Quote(row, price, state, orders);
            quotes = new Quotes(state.Time + _rest, price);
        }
        else if (Math.Abs(price - quotes.Price) > price * _tolerance)
        {
            for (var i = 0; i < row.Orders.Count; i++)
            {
                orders.Cancel(row.Orders[i]);
            }

            quotes = new Quotes(state.Time + _rest, quotes.Price);
        }
    }

    public void OnTradingDisabled(EngineState state, OrderBatch orders)
    {
        foreach (var row in state.Instruments)
        {
            for (var i = 0; i < row.Orders.Count; i++)
            {
                orders.Cancel(row.Orders[i]);
            }
        }
    }

    object? ISnapshotState.SaveState() => new Memory(_quotes, _moved);

    void ISnapshotState.RestoreState(object? state) => (_quotes, _moved) = (Memory)state!;

    private void Quote(InstrumentState row, decimal price, EngineState state, OrderBatch orders)
    {
        var spec = row.Instrument.Definition.Spec;
        var quantity = Sizing.QuantityFor(_notional, price, row.Instrument);
        if (quantity == 0m)
        {
            return;
        }

        var held = row.Position?.QuantitySigned ?? 0m;
        var bid = Rounding.ToTick(price * (1m - _halfSpread), Side.Buy, spec);
        var ask = Rounding.ToTick(price * (1m + _halfSpread), Side.Sell, spec);
        if (Sizing.NotionalOf(held + quantity, price, row.Instrument) <= _inventoryMax
            && bid > 0m && bid < (row.Market.BestAsk?.Price ?? ask))
        {
            orders.Limit(row.Index, Side.Buy, bid, quantity, TimeInForce.GoodUntilCancelled(postOnly: true));
        }

        var canDeliver = !row.Instrument.IsSpot || state[row.Instrument.Underlying.Base].Free >= quantity;
        if (Sizing.NotionalOf(held - quantity, price, row.Instrument) >= -_inventoryMax && canDeliver
            && ask > (row.Market.BestBid?.Price ?? bid))
        {
            orders.Limit(row.Index, Side.Sell, ask, quantity, TimeInForce.GoodUntilCancelled(postOnly: true));
        }
    }

    private sealed record Memory(PerInstrument<Quotes>? Quotes, InstrumentIndex? Moved);

    /// <summary>The price that the quotes stand around, and when they may next be changed.</summary>
    private readonly record struct Quotes(Timestamp NotBefore, decimal Price);
}
