using Barter.Journal;
using Barter.Model;

namespace Barter.Benchmarks.Journals;

/// <summary>What a busy market tells.</summary>
internal static class Samples
{
    public static JournalEntry Intent { get; } = new JournalEntry.OpenIntended(
        new Timestamp(1_700_000_000_000_000_000),
        Step: 17,
        new OrderRequestOpen(
            new OrderKey(new ExchangeIndex(0), new InstrumentIndex(0), new StrategyId("s"), new ClientOrderId("s-17")),
            Side.Buy, 50_000.10m, 0.5m, OrderKind.Limit, TimeInForce.GoodUntilCancelled(postOnly: true)));

    /// <summary>Trades and tops of books in turns.</summary>
    public static MarketEvent[] Market(int count) => [.. Enumerable.Range(0, count).Select(One)];

    private static MarketEvent One(int i)
    {
        var time = new Timestamp(1_700_000_000_000_000_000 + (i * 1_000_000L));
        var received = time.AddNanos(350_123);
        var (price, instrument) = (50_000.10m + (i * 0.01m), new InstrumentIndex(i % 20));
        return i % 2 == 0
            ? MarketEvent.OfTrade(
                ExchangeId.BinanceSpot, instrument, time, received, 3_000_000_000L + i, price, 0.00120000m,
                i % 4 == 0 ? Side.Buy : Side.Sell)
            : MarketEvent.OfL1(
                ExchangeId.BinanceSpot, instrument, time, received,
                new OrderBookL1(time, new Level(price, 1.50000m), new Level(price + 0.01m, 0.75000m)));
    }
}
