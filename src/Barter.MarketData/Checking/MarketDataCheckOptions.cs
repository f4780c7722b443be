namespace Barter.MarketData.Checking;

/// <summary>What a <see cref="MarketDataCheck"/> takes for a finding.</summary>
public sealed record MarketDataCheckOptions
{
    /// <summary>A silence of one instrument longer than this is a gap. Positive.</summary>
    public TimeSpan GapThreshold { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Duplicate trade ids are found if they are among this many last different ones of their instrument. Positive.
    /// </summary>
    public int TradeIdWindow { get; init; } = 10_000;
}
