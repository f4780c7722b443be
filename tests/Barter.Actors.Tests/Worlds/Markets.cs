using Barter.MarketData;
using Barter.Model;

namespace Barter.Actors.Tests.Worlds;

/// <summary>Markets that walk at random from a seed: trades and quotes of every instrument, and lost links.</summary>
internal static class Markets
{
    public static readonly DateTimeOffset Start = new(2025, 6, 2, 0, 0, 0, TimeSpan.Zero);

    public static InMemoryMarketData Walk(
        InstrumentCatalog catalog, int seed, int count, TimeSpan step, double quotes = 0.5, double lost = 0.01)
    {
        var random = new Random(seed);
        var prices = catalog.Instruments.Select(_ => 100m).ToArray();
        var events = new MarketEvent[count];
        var now = Timestamp.From(Start);
        for (var at = 0; at < count; at++)
        {
            // Odd parts of a microsecond: nothing else happens at the same time
            now += TimeSpan.FromTicks(1 + (long)(random.NextDouble() * step.Ticks));
            var instrument = catalog.Instruments[random.Next(prices.Length)];
            events[at] = at > 0 && random.NextDouble() < lost
                ? MarketEvent.Reconnecting(instrument.ExchangeId)
                : EventOf(instrument, now, random, prices, random.NextDouble() < quotes, at);
        }

        return new InMemoryMarketData(events);
    }

    private static MarketEvent EventOf(
        IndexedInstrument instrument, Timestamp now, Random random, decimal[] prices, bool isQuote, int at)
    {
        ref var price = ref prices[instrument.Index.Value];
        price = Math.Clamp(price + (random.Next(-20, 21) / 100m), 80m, 120m);
        var amount = 1m + random.Next(5);
        return isQuote
            ? MarketEvent.OfL1(instrument.ExchangeId, instrument.Index, now, now, new OrderBookL1(
                now, new Level(price - 0.01m, amount), new Level(price + 0.01m, amount)))
            : MarketEvent.OfTrade(
                instrument.ExchangeId, instrument.Index, now, now, at, price, amount,
                random.Next(2) == 0 ? Side.Buy : Side.Sell);
    }
}
