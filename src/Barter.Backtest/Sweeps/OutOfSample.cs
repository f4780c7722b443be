using Barter.Model;
using Barter.Statistics;

namespace Barter.Backtest.Sweeps;

/// <summary>All tests of a walk-forward in a row, as if they were one session.</summary>
public sealed class OutOfSample
{
    /// <param name="folds">In the order of time.</param>
    public OutOfSample(IReadOnlyList<WalkForwardFold> folds)
    {
        var tests = folds.Select(fold => fold.Test).ToArray();
        TotalReturn = tests.Aggregate((decimal?)1m, (value, test) => value * (1m + test.TotalReturn)) - 1m;
        Pnl = tests.Aggregate((decimal?)0m, (sum, test) => sum + test.Pnl);
        Returns = tests.SelectMany(test => test.Returns).ToValueList();
        var excess = tests.SelectMany(test => test.Excess).ToValueList();
        if (ReturnMoments.Of(excess) is { } row)
        {
            SharpeOfPeriod = row.Sharpe;
            Probability = Robustness.ProbabilisticSharpe(row.Sharpe, 0d, row.Count, row.Skewness, row.Kurtosis);
        }

        var (value, peak) = (1d, 1d);
        foreach (var periodReturn in Returns)
        {
            value *= 1d + periodReturn;
            peak = Math.Max(peak, value);
            DrawdownMax = Math.Max(DrawdownMax, 1d - (value / peak));
        }
    }

    /// <summary>Compounded; none where one of the tests has none.</summary>
    public decimal? TotalReturn { get; }

    /// <summary>The sum of the tests', each begun with the same balances.</summary>
    public decimal? Pnl { get; }

    /// <summary>The returns of whole periods of all tests.</summary>
    public ValueList<double> Returns { get; }

    /// <summary>In excess of the risk free return, of one period; none of fewer than four periods.</summary>
    public double? SharpeOfPeriod { get; }

    /// <summary>That the true Sharpe ratio is above 0.</summary>
    public double? Probability { get; }

    /// <summary>The deepest fall from a peak at the ends of periods, as a positive fraction.</summary>
    public double DrawdownMax { get; }
}
