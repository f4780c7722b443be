namespace Barter.Statistics.Primitives;

/// <summary>Figures of a series of returns, one for each period. None of them is asked of too few returns.</summary>
internal static class PeriodicReturns
{
    public static double Mean(ReadOnlySpan<double> returns)
    {
        var sum = 0d;
        foreach (var value in returns)
        {
            sum += value;
        }

        return sum / returns.Length;
    }

    /// <summary>The deviation of a sample: over n - 1. Exactly 0 where all are the same.</summary>
    public static double SampleDeviation(ReadOnlySpan<double> returns) =>
        AreSame(returns) ? 0d : Math.Sqrt(Moment(returns, 2) * returns.Length / (returns.Length - 1));

    /// <summary>m3 / m2^1.5 of the population.</summary>
    public static double Skewness(ReadOnlySpan<double> returns)
    {
        var variance = Moment(returns, 2);
        return Moment(returns, 3) / (variance * Math.Sqrt(variance));
    }

    /// <summary>m4 / m2^2 of the population: 3 where returns are normal.</summary>
    public static double Kurtosis(ReadOnlySpan<double> returns)
    {
        var variance = Moment(returns, 2);
        return Moment(returns, 4) / (variance * variance);
    }

    /// <summary>The correlation of each return with the one before it; both about the mean of all.</summary>
    public static double Autocorrelation(ReadOnlySpan<double> returns)
    {
        var mean = Mean(returns);
        var sum = 0d;
        for (var i = 1; i < returns.Length; i++)
        {
            sum += (returns[i] - mean) * (returns[i - 1] - mean);
        }

        return sum / (Moment(returns, 2) * returns.Length);
    }

    /// <summary>The root of the mean square of what is missing to a minimum, over all periods.</summary>
    public static double DownsideDeviation(ReadOnlySpan<double> returns, double minimum)
    {
        var sum = 0d;
        foreach (var value in returns)
        {
            var missing = Math.Min(0d, value - minimum);
            sum += missing * missing;
        }

        return Math.Sqrt(sum / returns.Length);
    }

    /// <summary>The sums of all gains and of all losses, the latter positive.</summary>
    public static (double Gained, double Lost) GainsAndLosses(ReadOnlySpan<double> returns)
    {
        var (gained, lost) = (0d, 0d);
        foreach (var value in returns)
        {
            gained += Math.Max(0d, value);
            lost -= Math.Min(0d, value);
        }

        return (gained, lost);
    }

    /// <summary>A quantile of sorted returns, linear between neighbours (type 7).</summary>
    public static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length
            ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]))
            : sorted[below];
    }

    /// <summary>The mean of exactly the worst share of sorted returns, a fraction of a return included.</summary>
    public static double TailMean(ReadOnlySpan<double> sorted, double share)
    {
        var wanted = share * sorted.Length;
        var whole = (int)wanted;
        var sum = 0d;
        for (var i = 0; i < whole; i++)
        {
            sum += sorted[i];
        }

        return (sum + ((wanted - whole) * (whole < sorted.Length ? sorted[whole] : 0d))) / wanted;
    }

    public static bool AreSame(ReadOnlySpan<double> returns) => !returns.ContainsAnyExcept(returns[0]);

    private static double Moment(ReadOnlySpan<double> returns, int order)
    {
        var mean = Mean(returns);
        var sum = 0d;
        foreach (var value in returns)
        {
            var square = (value - mean) * (value - mean);
            sum += order switch
            {
                2 => square,
                3 => square * (value - mean),
                _ => square * square,
            };
        }

        return sum / returns.Length;
    }
}
