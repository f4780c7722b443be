using Barter.Model;

namespace Barter.MarketData.Generation;

/// <summary>Makes up trades and tops of books from a seed.</summary>
/// <remarks>
/// Prices walk at random, trend up or down for some hundred events at a time and are drawn back to where they began.
/// Quotes are on the tick grid and never crossed, trades hit a quote within its size, times do not decrease and are
/// whole microseconds. All arithmetic is on whole numbers and decimals, so the events are the same on every machine.
/// </remarks>
public sealed class MarketGenerator
{
    private const decimal DefaultPrice = 100m;

    private readonly MarketGeneratorOptions _options;
    private readonly ValueList<(IndexedInstrument Instrument, GeneratedInstrument How)> _instruments;

    /// <exception cref="ArgumentException">An option is out of its range, or not in the catalog.</exception>
    public MarketGenerator(InstrumentCatalog catalog, MarketGeneratorOptions? options = null)
    {
        _options = options ?? new MarketGeneratorOptions();
        var chosen = _options.Instruments.Count > 0
            ? _options.Instruments
            : catalog.Instruments.Select(row => new GeneratedInstrument(row.Index, DefaultPrice)).ToValueList();
        if ((WrongWith(_options) ?? WrongWith(chosen, catalog)) is { } wrong)
        {
            throw new ArgumentException(wrong, nameof(options));
        }

        _instruments = chosen
            .OrderBy(how => how.Instrument)
            .Select(how => (catalog[how.Instrument], how))
            .ToValueList();
    }

    /// <summary>The events in the order of their exchange times; may be enumerated many times.</summary>
    public IEnumerable<MarketEvent> Generate()
    {
        var start = _options.Start.UnixNanos;
        var end = (_options.Start + _options.Duration).UnixNanos;
        var walks = _instruments
            .Select(row => new InstrumentWalk(row.Instrument, row.How, _options, start))
            .ToArray();
        var outages = _instruments
            .Select(row => row.Instrument.ExchangeId)
            .Distinct()
            .SelectMany(exchange => Outage.Plan(exchange, _options))
            .OrderBy(outage => outage.Time)
            .ThenBy(outage => outage.Exchange)
            .ToArray();
        return Merge(walks, outages, end);
    }

    private static IEnumerable<MarketEvent> Merge(InstrumentWalk[] walks, Outage[] outages, long end)
    {
        var nextOutage = 0;
        while (true)
        {
            var next = walks.MinBy(walk => walk.NextTime)!;
            if (nextOutage < outages.Length && outages[nextOutage].Time <= next.NextTime)
            {
                var outage = outages[nextOutage++];
                yield return MarketEvent.Reconnecting(outage.Exchange);
                foreach (var walk in walks.Where(walk => walk.Exchange == outage.Exchange))
                {
                    walk.Lose(outage);
                }
            }
            else if (next.NextTime < end)
            {
                yield return next.Step();
            }
            else
            {
                yield break;
            }
        }
    }

    private static string? WrongWith(MarketGeneratorOptions options) =>
        options.Duration <= TimeSpan.Zero || options.Duration > TimeSpan.FromDays(3_653)
            ? "Duration must be positive and at most ten years"
        : options.Start.UnixNanos > long.MaxValue - (11 * 366 * Timestamp.NanosPerDay) ? "Start is too late"
        : options.EventsPerSecond is < 0.001m or > 100_000m ? "EventsPerSecond must be from 0.001 to 100000"
        : options.DailyVolatility is < 0m or > 1m ? "DailyVolatility must be from 0 to 1"
        : options.Disconnects is < 0 or > 1_000 ? "Disconnects must be from 0 to 1000"
        : null;

    private static string? WrongWith(ValueList<GeneratedInstrument> chosen, InstrumentCatalog catalog) =>
        chosen.Count == 0 ? "there is no instrument to make up; the catalog is empty"
        : chosen.FirstOrDefault(how => !catalog.Contains(how.Instrument)) is { } unknown
            ? $"{unknown.Instrument} is not in the catalog"
        : chosen.Any(how => how.InitialPrice is < 0.00000001m or > 1_000_000_000m)
            ? "InitialPrice must be from 0.00000001 to 1000000000"
        : chosen.Any(how => how.TickSize <= 0m || how.TickSize > how.InitialPrice)
            ? "TickSize must be positive and not above InitialPrice"
        : chosen.Select(how => how.Instrument).Distinct().Count() < chosen.Count ? "an instrument is given twice"
        : null;
}
