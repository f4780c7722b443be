using Barter.Model;

namespace Barter.MarketData.Generation;

/// <summary>What market a <see cref="MarketGenerator"/> makes up.</summary>
public sealed record MarketGeneratorOptions
{
    /// <summary>The same seed and options give the same events, on every machine.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>All events happen at or after this time.</summary>
    public Timestamp Start { get; init; } = Timestamp.Parse("2025-01-01T00:00:00Z");

    /// <summary>All events happen before start plus duration. Positive, at most ten years.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Mean events per second of each instrument, from 0.001 to 100 000.</summary>
    public decimal EventsPerSecond { get; init; } = 10m;

    /// <summary>Standard deviation of a day's relative price change, 0.03 being 3 %; from 0 to 1.</summary>
    public decimal DailyVolatility { get; init; } = 0.03m;

    /// <summary>How often each exchange's link is lost, from 0 to 1 000.</summary>
    public int Disconnects { get; init; }

    /// <summary>What is made up; none means every instrument of the catalog, from a price of 100.</summary>
    public ValueList<GeneratedInstrument> Instruments { get; init; } = [];
}
