namespace Barter.Statistics;

/// <summary>Why a metric has no value.</summary>
public static class UndefinedReason
{
    /// <summary>The session is shorter than one period of returns, and the interval asked is not that period.</summary>
    public const string TooShort = "too_short";

    /// <summary>Fewer whole periods of returns, or closed positions, than the metric needs: mostly two.</summary>
    public const string TooFewObservations = "too_few_observations";

    /// <summary>All returns are the same, so there is no deviation to divide by.</summary>
    public const string ZeroDeviation = "zero_deviation";

    /// <summary>No return is below the risk free one.</summary>
    public const string NoDownside = "no_downside";

    /// <summary>The equity never fell from a peak.</summary>
    public const string NoDrawdown = "no_drawdown";

    /// <summary>Profits and no losses: the factor has no bound.</summary>
    public const string NoLosses = "no_losses";

    /// <summary>Losses and no profits.</summary>
    public const string NoWins = "no_wins";

    /// <summary>The lower tail of returns is zero, so there is nothing to divide by.</summary>
    public const string NoLowerTail = "no_lower_tail";

    /// <summary>The ratio is not above what it is tested against, so no number of periods would do.</summary>
    public const string NotAboveBenchmark = "not_above_benchmark";

    /// <summary>The variance that the autocorrelation of returns implies is not positive.</summary>
    public const string NoVariance = "no_variance";

    /// <summary>No closed position was seen in a sample while it was open.</summary>
    public const string NotSampled = "not_sampled";

    /// <summary>More periods of returns than are kept, which is 1048576.</summary>
    public const string TooManyPeriods = "too_many_periods";

    public const string NoClosedPositions = "no_closed_positions";

    /// <summary>There was no positive capital to which the profit could be related.</summary>
    public const string NoCapital = "no_capital";

    /// <summary>A period lost all capital or more, so returns no longer compound.</summary>
    public const string CapitalLost = "capital_lost";

    /// <summary>No price was seen that turns the profit into the valuation asset.</summary>
    public const string NoRate = "no_rate";

    /// <summary>The interval asked is shorter than the period in which returns were sampled.</summary>
    public const string FinerThanGrid = "finer_than_grid";

    /// <summary>The value is larger than a decimal can be.</summary>
    public const string Overflow = "overflow";
}
