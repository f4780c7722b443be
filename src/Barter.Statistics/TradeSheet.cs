using Barter.Model;

namespace Barter.Statistics;

/// <summary>
/// The closed positions of one instrument. Money is in its profit asset, after fees unless it says otherwise.
/// </summary>
/// <remarks>A metric is none where it is undefined; <see cref="Undefined"/> says why.</remarks>
public sealed record TradeSheet
{
    /// <summary>The mean win over the mean loss. A plain number.</summary>
    public decimal? Payoff { get; init; }

    /// <summary>The mean profit of a position (Tharp 2008).</summary>
    public required decimal Expectancy { get; init; }

    /// <summary>
    /// The root of the count times the mean profit over its sample deviation (Tharp 2008). A plain number.
    /// </summary>
    public decimal? SystemQuality { get; init; }

    /// <summary>The share of wins less the share of losses over the payoff (Kelly 1956).</summary>
    public decimal? KellyFraction { get; init; }

    public decimal? LargestWin { get; init; }

    /// <summary>Negative.</summary>
    public decimal? LargestLoss { get; init; }

    /// <summary>Whole milliseconds from entry to exit, on average.</summary>
    public required long MeanDurationMillis { get; init; }

    public long? MeanDurationOfWinsMillis { get; init; }

    public long? MeanDurationOfLossesMillis { get; init; }

    /// <summary>The most wins in a row; one that neither won nor lost ends it.</summary>
    public required long WinningStreakMax { get; init; }

    /// <summary>The most losses in a row; one that neither won nor lost ends it.</summary>
    public required long LosingStreakMax { get; init; }

    /// <summary>
    /// How far positions were under water before fees, on average (Sweeney 1996): as the samples saw it, which are
    /// taken
    /// every minute and at every fill.
    /// </summary>
    public decimal? AdverseExcursionMean { get; init; }

    public decimal? AdverseExcursionMax { get; init; }

    /// <summary>How far positions were in profit before fees, on average; as the samples saw it.</summary>
    public decimal? FavourableExcursionMean { get; init; }

    public decimal? FavourableExcursionMax { get; init; }

    public required SideTally Long { get; init; }

    public required SideTally Short { get; init; }

    /// <summary>Every metric without a value, in the order of the sheet.</summary>
    public required ValueList<UndefinedMetric> Undefined { get; init; }
}
