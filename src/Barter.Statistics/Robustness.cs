using Barter.Statistics.Primitives;

namespace Barter.Statistics;

/// <summary>
/// How far a Sharpe ratio can be trusted: its error, its probability, and what many trials take from it.
/// </summary>
/// <remarks>
/// Sharpe ratios are those of one period, with sample deviation. Skewness is m3 / m2^1.5 and kurtosis m4 / m2^2 of the
/// population, so that normal returns have 0 and 3. No value is given where it is undefined. Sources: Mertens 2002; Lo
/// 2002; Pézier and White 2006; Bailey and López de Prado 2012 and 2014.
/// </remarks>
public static class Robustness
{
    private const double EulerMascheroni = 0.57721566490153286061;
    private const double E = 2.71828182845904523536;

    /// <summary>The standard error of a Sharpe ratio; none of fewer than two observations.</summary>
    public static double? SharpeError(double sharpe, double observations, double skewness = 0d, double kurtosis = 3d) =>
        observations < 2d ? null : Math.Sqrt(Spread(sharpe, skewness, kurtosis) / (observations - 1d));

    /// <summary>
    /// The probability, from 0 to 1, that the true ratio is above a benchmark; none without an error.
    /// </summary>
    public static double? ProbabilisticSharpe(
        double sharpe, double benchmark, double observations, double skewness = 0d, double kurtosis = 3d) =>
        SharpeError(sharpe, observations, skewness, kurtosis) is > 0d and var error
            ? BinaryMath.NormalBelow((sharpe - benchmark) / error)
            : null;

    /// <summary>
    /// Observations that it takes to be as confident that the true ratio is above a benchmark; none where the ratio
    /// itself is not.
    /// </summary>
    /// <param name="sharpe">Of one period.</param>
    /// <param name="benchmark">Of one period.</param>
    /// <param name="confidence">Between 0 and 1, both excluded: 0.95 is usual.</param>
    /// <param name="skewness">Of the returns.</param>
    /// <param name="kurtosis">Of the returns, 3 where they are normal.</param>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is no probability between 0 and 1.</exception>
    public static double? MinTrackRecord(
        double sharpe, double benchmark, double confidence = 0.95d, double skewness = 0d, double kurtosis = 3d)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(confidence, 0d);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1d);
        if (sharpe <= benchmark)
        {
            return null;
        }

        var deviations = BinaryMath.NormalQuantile(confidence) / (sharpe - benchmark);
        return 1d + (Spread(sharpe, skewness, kurtosis) * deviations * deviations);
    }

    /// <summary>
    /// The largest Sharpe ratio to expect of trials without any skill; none of fewer than two trials.
    /// </summary>
    /// <param name="trials">Effectively independent trials.</param>
    /// <param name="variance">Of the trials' Sharpe ratios; not negative.</param>
    public static double? ExpectedMaximum(int trials, double variance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(variance, 0d);
        return trials < 2
            ? null
            : Math.Sqrt(variance) * -(((1d - EulerMascheroni) * BinaryMath.NormalQuantile(1d / trials))
                + (EulerMascheroni * BinaryMath.NormalQuantile(1d / (trials * E))));
    }

    /// <summary>The probability that the ratio is above what the best of trials without any skill would have.</summary>
    /// <inheritdoc cref="ExpectedMaximum"/>
    public static double? DeflatedSharpe(
        double sharpe, double observations, double skewness, double kurtosis, int trials, double variance) =>
        ExpectedMaximum(trials, variance) is { } benchmark
            ? ProbabilisticSharpe(sharpe, benchmark, observations, skewness, kurtosis)
            : null;

    /// <summary>
    /// A Sharpe ratio that rewards skewness and punishes kurtosis, of the interval of the ratio given.
    /// </summary>
    public static double AdjustedSharpe(double sharpe, double skewness, double kurtosis) =>
        sharpe * (1d + (skewness / 6d * sharpe) - ((kurtosis - 3d) / 24d * sharpe * sharpe));

    /// <summary>
    /// What turns a Sharpe ratio of one period into one of many where each return depends on the one before it: the
    /// root of the number of periods where it does not. None where the variance of their sum is not positive.
    /// </summary>
    /// <param name="periods">At least one.</param>
    /// <param name="autocorrelation">Of neighbours, from -1 to 1; at distance k it is the k-th power.</param>
    public static double? AutocorrelationFactor(long periods, double autocorrelation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        // The sum of (q - k) rho^k for k from 1 to q - 1, in closed form
        var sum = autocorrelation == 1d
            ? periods * (periods - 1d) / 2d
            : autocorrelation / (1d - autocorrelation)
                * (periods - ((1d - Power(autocorrelation, periods)) / (1d - autocorrelation)));
        var variance = periods + (2d * sum);
        return variance > 0d ? periods / Math.Sqrt(variance) : null;
    }

    private static double Spread(double sharpe, double skewness, double kurtosis) =>
        Math.Max(0d, 1d - (skewness * sharpe) + ((kurtosis - 1d) / 4d * sharpe * sharpe));

    private static double Power(double value, long exponent)
    {
        var power = 1d;
        for (; exponent > 0; exponent >>= 1)
        {
            power *= (exponent & 1) == 1 ? value : 1d;
            value *= value;
        }

        return power;
    }
}
