using Barter.Model;

namespace Barter.Engine.Strategies;

/// <summary>
/// Long while the fast exponential average of the price is above the slow one, and otherwise flat (or short).
/// One sample for each trade, candle or top of the book of an instrument that has a price.
/// </summary>
public sealed class EmaCross : IStrategy, ISnapshotState
{
    private readonly int _slow;
    private readonly long _fastShare;
    private readonly long _slowShare;
    private readonly decimal _notional;
    private readonly bool _isShortAllowed;
    private PerInstrument<Averages>? _averages;
    private InstrumentIndex? _moved;

    /// <param name="fast">Length of the fast average, in samples; positive and below <paramref name="slow"/>.</param>
    /// <param name="slow">Length of the slow average, in samples; no order comes before that many.</param>
    /// <param name="notional">Size of a position in quote; positive.</param>
    /// <param name="isShortAllowed">Whether to go short rather than flat; needs something to sell.</param>
    public EmaCross(int fast, int slow, decimal notional, bool isShortAllowed = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fast);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(slow, fast);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(notional);
        (_slow, _notional, _isShortAllowed) = (slow, notional, isShortAllowed);
        (_fastShare, _slowShare) = (ShareOf(fast), ShareOf(slow));
    }

    public StrategyId Id { get; } = new("ema-cross");

    public void See(in MarketEvent market, EngineState state)
    {
        _averages ??= new PerInstrument<Averages>(state.Instruments.Length, _ => default);
        var isPriced = market.Kind is MarketEventKind.Trade or MarketEventKind.OrderBookL1 or MarketEventKind.Candle;
        if (isPriced && state[market.Instrument].Price is { } price)
        {
            _averages[market.Instrument].Add(price, _fastShare, _slowShare);
            _moved = market.Instrument;
        }
    }

    public void Decide(EngineState state, OrderBatch orders)
    {
        if (_moved is not { } moved)
        {
            return;
        }

        _moved = null;
        ref readonly var averages = ref _averages![moved];
        var row = state[moved];
        if (averages.Count < _slow || row.Orders.Count > 0 || row.Price is not { } price)
        {
            return;
        }

        var held = row.Position?.QuantitySigned ?? 0m;
        var counted = Sizing.IsOrderable(Math.Abs(held), price, row.Instrument) ? held : 0m;
        var wanted = Wanted(averages.Trend, counted, price, row.Instrument);
        var step = wanted - held;
        if (Sizing.IsOrderable(Math.Abs(step), price, row.Instrument))
        {
            orders.Market(moved, step > 0m ? Side.Buy : Side.Sell, Math.Abs(step));
        }
    }

    object? ISnapshotState.SaveState() => new Memory(_averages, _moved);

    void ISnapshotState.RestoreState(object? state) => (_averages, _moved) = (Memory)state!;

    private decimal Wanted(int trend, decimal held, decimal price, IndexedInstrument instrument) => trend switch
    {
        > 0 => held > 0m ? held : Sizing.QuantityFor(_notional, price, instrument),
        < 0 when _isShortAllowed => held < 0m ? held : -Sizing.QuantityFor(_notional, price, instrument),
        < 0 => Math.Min(held, 0m),
        _ => held,
    };

    /// <summary>The usual weight of the newest sample, 2 / (n + 1), kept short for the sake of speed.</summary>
    private static long ShareOf(int samples) => (long)(Math.Round(2m / (samples + 1m), 6) * Averages.SharesOfOne);

    private sealed record Memory(PerInstrument<Averages>? Averages, InstrumentIndex? Moved);
}
