using Barter.Statistics.Primitives;

namespace Barter.Statistics.Sampling;

/// <summary>What is calculated from the returns of whole periods, once, when a summary is asked for.</summary>
internal sealed class ReturnFigures
{
    private readonly double[] _returns;
    private readonly double[] _sorted;
    private readonly string? _barrier;
    private readonly double _riskFree;
    private readonly double _periods;
    private readonly bool _isStatedFiner;
    private readonly (double Gained, double Lost) _sums;
    private readonly double _deviation;
    private readonly double _sharpe;
    private readonly double _skewness;
    private readonly double _kurtosis;

    public ReturnFigures(PortfolioStatistics portfolio, SheetRequest request)
    {
        _returns = [.. portfolio.Returns];
        _sorted = [.. _returns];
        Array.Sort(_sorted);
        _barrier = portfolio.Broken
            ?? (portfolio.Periods > PortfolioStatistics.PeriodsMax ? UndefinedReason.TooManyPeriods : null);
        (_riskFree, _periods) = ((double)request.Basis.RiskFree, (double)request.PeriodsPerInterval);
        _isStatedFiner = request.PeriodsPerInterval < 1m;
        if (_returns.Length < 2)
        {
            return;
        }

        _sums = PeriodicReturns.GainsAndLosses(_returns);
        _deviation = PeriodicReturns.SampleDeviation(_returns);
        if (_deviation > 0d)
        {
            _sharpe = (Mean - _riskFree) / _deviation;
            (_skewness, _kurtosis) = (PeriodicReturns.Skewness(_returns), PeriodicReturns.Kurtosis(_returns));
        }
    }

    private double Mean => PeriodicReturns.Mean(_returns);

    public Metric ArithmeticReturn() => Stated(1, () => Metric.Of(Mean * _periods));

    public Metric Volatility() => Stated(2, () => Metric.Of(_deviation * Math.Sqrt(_periods)));

    public Metric Sharpe() => Stated(2, () => OverDeviation(() => _sharpe * Math.Sqrt(_periods)));

    public Metric SharpeError() => Stated(4, () => OverDeviation(() => SharpeErrorOfPeriod() * Math.Sqrt(_periods)));

    public Metric SharpeAutocorrelated() => Stated(2, () =>
    {
        if (_deviation == 0d)
        {
            return Metric.Undefined(UndefinedReason.ZeroDeviation);
        }

        // A part of a period has no autocorrelation of its own
        var whole = Math.Max(1L, (long)Math.Round(_periods));
        return Metric.Of(
            _sharpe * Math.Sqrt(_periods / whole)
                * Robustness.AutocorrelationFactor(whole, PeriodicReturns.Autocorrelation(_returns)),
            UndefinedReason.NoVariance);
    });

    public Metric SharpeAdjusted() => Stated(4, () => OverDeviation(() =>
        Robustness.AdjustedSharpe(_sharpe * Math.Sqrt(_periods), _skewness, _kurtosis)));

    public Metric SharpeProbability() => Of(4, () => Metric.Of(
        _deviation == 0d
            ? null
            : Robustness.ProbabilisticSharpe(_sharpe, 0d, _returns.Length, _skewness, _kurtosis),
        UndefinedReason.ZeroDeviation));

    public Metric MinTrackRecord() => Of(4, () => _deviation == 0d
        ? Metric.Undefined(UndefinedReason.ZeroDeviation)
        : Metric.Of(
            Robustness.MinTrackRecord(_sharpe, 0d, 0.95d, _skewness, _kurtosis), UndefinedReason.NotAboveBenchmark));

    public Metric Sortino() => Stated(2, () =>
    {
        var deviation = PeriodicReturns.DownsideDeviation(_returns, _riskFree);
        return deviation == 0d
            ? Metric.Undefined(UndefinedReason.NoDownside)
            : Metric.Of((Mean - _riskFree) / deviation * Math.Sqrt(_periods));
    });

    public Metric Omega() => Of(2, () => OverLosses(() => _sums.Gained / _sums.Lost));

    public Metric GainToPain() => Of(2, () => OverLosses(() => (_sums.Gained - _sums.Lost) / _sums.Lost));

    public Metric TailRatio() => Of(2, () =>
    {
        var low = PeriodicReturns.Quantile(_sorted, 0.05d);
        return low == 0d
            ? Metric.Undefined(UndefinedReason.NoLowerTail)
            : Metric.Of(Math.Abs(PeriodicReturns.Quantile(_sorted, 0.95d) / low));
    });

    public Metric ValueAtRisk() => Of(1, () => Metric.Of(-PeriodicReturns.Quantile(_sorted, 0.05d)));

    public Metric ExpectedShortfall() => Of(1, () => Metric.Of(-PeriodicReturns.TailMean(_sorted, 0.05d)));

    public Metric Skewness() => Of(3, () => OverDeviation(() => _skewness));

    public Metric Kurtosis() => Of(4, () => OverDeviation(() => _kurtosis));

    public Metric PositivePeriods() =>
        Of(1, () => Metric.Of((double)_returns.Count(value => value > 0d) / _returns.Length));

    public Metric Best() => Of(1, () => Metric.Of(_sorted[^1]));

    public Metric Worst() => Of(1, () => Metric.Of(_sorted[0]));

    public Metric WinningStreak() => Of(1, () => Metric.Of((decimal)LongestRun(value => value > 0d)));

    public Metric LosingStreak() => Of(1, () => Metric.Of((decimal)LongestRun(value => value < 0d)));

    private double SharpeErrorOfPeriod() =>
        Robustness.SharpeError(_sharpe, _returns.Length, _skewness, _kurtosis).GetValueOrDefault();

    private long LongestRun(Func<double, bool> belongs)
    {
        var (longest, current) = (0L, 0L);
        foreach (var value in _returns)
        {
            current = belongs(value) ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest;
    }

    private Metric OverDeviation(Func<double> value) =>
        _deviation == 0d ? Metric.Undefined(UndefinedReason.ZeroDeviation) : Metric.Of(value());

    private Metric OverLosses(Func<double> value) =>
        _sums.Lost == 0d ? Metric.Undefined(UndefinedReason.NoLosses) : Metric.Of(value());

    private Metric Stated(int least, Func<Metric> value) =>
        _isStatedFiner ? Metric.Undefined(UndefinedReason.FinerThanGrid) : Of(least, value);

    private Metric Of(int least, Func<Metric> value) => _barrier switch
    {
        { } reason => Metric.Undefined(reason),
        _ when _returns.Length < least => Metric.Undefined(UndefinedReason.TooFewObservations),
        _ => value(),
    };
}
