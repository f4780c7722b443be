using Barter.Model;
using Barter.Statistics.Primitives;

namespace Barter.Statistics;

/// <summary>What the probability of a Sharpe ratio depends on.</summary>
/// <param name="Count">Returns.</param>
/// <param name="Sharpe">Of one period, with sample deviation.</param>
/// <param name="Skewness">m3 / m2^1.5 of the population.</param>
/// <param name="Kurtosis">m4 / m2^2 of the population, 3 where returns are normal.</param>
public readonly record struct ReturnMoments(int Count, double Sharpe, double Skewness, double Kurtosis)
{
    private const int Least = 4;

    /// <summary>Those of a series; none of fewer than four returns, or where all are the same.</summary>
    /// <param name="excess">Returns in excess of the risk free one.</param>
    public static ReturnMoments? Of(ValueList<double> excess)
    {
        var returns = excess.AsSpan();
        return returns.Length < Least || PeriodicReturns.AreSame(returns)
            ? null
            : new ReturnMoments(
                returns.Length,
                PeriodicReturns.Mean(returns) / PeriodicReturns.SampleDeviation(returns),
                PeriodicReturns.Skewness(returns),
                PeriodicReturns.Kurtosis(returns));
    }
}
