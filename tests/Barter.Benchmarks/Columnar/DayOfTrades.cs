using Barter.Model;

namespace Barter.Benchmarks.Columnar;

/// <summary>
/// Trades as an exchange publishes a busy day of one instrument: tick moves of the price, amounts of three to five
/// digits with the zeros that exchanges print, times in milliseconds, ids that go up by one.
/// </summary>
internal static class DayOfTrades
{
    public static readonly InstrumentCatalog Catalog = InstrumentCatalog.Build(
        [Instrument.Spot(ExchangeId.BinanceSpot, "BTCUSDT", "btc", "usdt")]);

    public static IEnumerable<MarketEvent> Of(int count)
    {
        var state = 7UL;
        var (millis, ticks, step) = (1_748_822_400_000L, 10_423_517L, 2 * 86_400_000L / count);
        for (var i = 0; i < count; i++)
        {
            millis += Below(ref state, 3) == 0 ? 0 : Below(ref state, (step * 3 / 2) + 1);
            ticks += Below(ref state, 4) == 0 ? Below(ref state, 201) - 100 : 0;
            var digits = Below(ref state, 3) switch
            {
                0 => Below(ref state, 1_000),
                1 => Below(ref state, 10_000),
                _ => Below(ref state, 100_000),
            };
            var time = Timestamp.FromUnixMillis(millis);
            yield return MarketEvent.OfTrade(
                ExchangeId.BinanceSpot, new InstrumentIndex(0), time, time, 4_900_000_000L + i,
                new decimal((int)ticks, 0, 0, false, 2), new decimal((int)(digits + 1) * 1_000, 0, 0, false, 8),
                Below(ref state, 2) == 0 ? Side.Buy : Side.Sell);
        }
    }

    private static long Below(ref ulong state, long count)
    {
        unchecked
        {
            state = (state * 6_364_136_223_846_793_005UL) + 1_442_695_040_888_963_407UL;
        }

        return (long)Math.BigMul(state, (ulong)count, out _);
    }
}
