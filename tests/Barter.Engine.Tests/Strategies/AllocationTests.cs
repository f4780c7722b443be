using Barter.Engine.Audit;
using Barter.Engine.Strategies;
using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests.Strategies;

public sealed class AllocationTests
{
    private const int Events = 10_000;

    [Fact]
    public void Market_events_allocate_nothing_while_nothing_is_sent() =>
        Assert.Equal(0, AllocatedBy(new NoOrders(), _ => 100m));

    [Fact]
    public void Market_events_allocate_nothing_while_averages_do_not_cross() =>
        Assert.Equal(0, AllocatedBy(new EmaCross(2, 3, 1_000m), i => 1_000_000m - i));

    [Fact]
    public void Market_events_allocate_nothing_while_a_position_is_held() =>
        Assert.Equal(0, AllocatedBy(new NoOrders(), i => 100m + (i % 7), isHolding: true));

    private static long AllocatedBy(IStrategy strategy, Func<int, decimal> price, bool isHolding = false)
    {
        var engine = NewEngine(strategy, trading: TradingState.Enabled);
        if (isHolding)
        {
            engine.Process(Filled(FillOf(Side.Buy, 100m, 1m)));
        }

        var events = Enumerable.Range(0, 2 * Events).Select(i => EventOf(i, price(i))).ToArray();
        var digest = new AuditDigest();
        Run(engine, digest, events.AsSpan(0, Events));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(engine, digest, events.AsSpan(Events));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(2ul * Events + (isHolding ? 1ul : 0ul), engine.Sequence);
        return allocated;
    }

    private static void Run(TradingEngine engine, AuditDigest digest, ReadOnlySpan<MarketEvent> events)
    {
        foreach (ref readonly var market in events)
        {
            var step = engine.Process(market);
            if (!step.IsQuiet)
            {
                throw new InvalidOperationException("sent something");
            }

            digest.Add(market, step);
        }
    }

    /// <summary>Trades, books and candles in turn, on two instruments.</summary>
    private static MarketEvent EventOf(int i, decimal price)
    {
        var (instrument, time) = (new InstrumentIndex(i % 2), At(i));
        return (i % 3) switch
        {
            0 => TradeEvent(instrument, price, time),
            1 => MarketEvent.OfL1(
                ExchangeId.BinanceSpot, instrument, time, time,
                new OrderBookL1(time, new Level(price, 2m), new Level(price, 3m))),
            _ => MarketEvent.OfCandle(
                ExchangeId.BinanceSpot, instrument, time, time, new Candle(time, price, price, price, price, 1m, 1)),
        };
    }
}
