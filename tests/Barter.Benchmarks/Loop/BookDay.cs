using Barter.Model;

namespace Barter.Benchmarks.Loop;

/// <summary>
/// Changes of the books of three instruments as exchanges publish them, one level an event: half of them within
/// forty ticks of the best price, four in ten remove a level, and the price moves on every hundredth.
/// </summary>
internal static class BookDay
{
    public const int Instruments = 3;

    private const int LevelsAtStart = 500;
    private const int Reach = 200;

    /// <summary>A snapshot of each book, then so many changes.</summary>
    public static MarketEvent[] Of(int changes)
    {
        var draws = new Random(20250602);
        var middles = new int[Instruments];
        var events = new List<MarketEvent>(Instruments + changes);
        for (var i = 0; i < Instruments; i++)
        {
            middles[i] = 6_000_000;
            events.Add(Snapshot(i, middles[i], draws));
        }

        for (var number = 0; number < changes; number++)
        {
            var instrument = draws.Next(Instruments);
            ref var middle = ref middles[instrument];
            var isBid = draws.Next(2) == 0;
            if (draws.Next(100) == 0)
            {
                // Where the middle moves to, what stood there is gone
                middle += isBid ? -1 : 1;
                events.Add(Change(number, instrument, isBid, middle, 0));
            }
            else
            {
                var away = 1 + Math.Min(draws.Next(Reach), Math.Min(draws.Next(Reach), draws.Next(Reach)));
                var lots = draws.Next(10) < 4 ? 0 : draws.Next(1, 100_000);
                events.Add(Change(number, instrument, isBid, middle + (isBid ? -away : away), lots));
            }
        }

        return [.. events];
    }

    private static MarketEvent Change(int number, int instrument, bool isBid, int ticks, int lots)
    {
        var time = new Timestamp(1_748_822_400_000_000_000 + (number * 1_000_000L));
        ValueList<Level> changed = [Of(ticks, lots)];
        return MarketEvent.OfBookUpdate(
            ExchangeId.BinanceSpot, new InstrumentIndex(instrument), time, time,
            new OrderBookLevels((ulong)number, time, isBid ? changed : [], isBid ? [] : changed));
    }

    private static MarketEvent Snapshot(int instrument, int middle, Random draws)
    {
        ValueList<Level> Side(int step) => Enumerable.Range(1, LevelsAtStart)
            .Select(away => Of(middle + (step * away), draws.Next(1, 100_000)))
            .ToValueList();
        var time = new Timestamp(1_748_822_400_000_000_000);
        return MarketEvent.OfBookSnapshot(
            ExchangeId.BinanceSpot, new InstrumentIndex(instrument), time, time,
            new OrderBookLevels(0, time, Side(-1), Side(1)));
    }

    private static Level Of(int ticks, int lots) =>
        new(new decimal(ticks, 0, 0, false, 2), new decimal(lots, 0, 0, false, 5));
}
