using Barter.Model;

namespace Barter.MarketData.Generation;

/// <summary>A link that is lost at a time and silent up to another, in nanoseconds since 1970.</summary>
internal readonly record struct Outage(ExchangeId Exchange, long Time, long SilentUntil)
{
    private const long LongestNanos = 5 * Timestamp.NanosPerSecond;

    /// <summary>One outage somewhere in each of as many equal parts of the time as there are to be.</summary>
    public static IEnumerable<Outage> Plan(ExchangeId exchange, MarketGeneratorOptions options)
    {
        var draws = SeededDraws.For(options.Seed, exchange.ToWire());
        var part = (options.Duration.Ticks * Timestamp.NanosPerTick) / Math.Max(1, options.Disconnects);
        for (var i = 0; i < options.Disconnects; i++)
        {
            var time = options.Start.UnixNanos + (i * part) + draws.Below(Math.Max(1, part * 3 / 4));
            yield return new Outage(exchange, time, time + draws.Below(Math.Clamp(part / 4, 1, LongestNanos)));
        }
    }
}
