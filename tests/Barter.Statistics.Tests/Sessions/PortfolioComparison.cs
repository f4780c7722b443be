namespace Barter.Statistics.Tests.Sessions;

/// <summary>Calculates every metric of the portfolio anew, by its definition and from whole series.</summary>
internal sealed class PortfolioComparison
{
    private readonly PortfolioOracle _oracle;
    private readonly ReturnInterval _asked;
    private readonly double[] _returns;
    private readonly double[] _sorted;
    private readonly double _periods;
    private readonly double _elapsed;
    private readonly double _riskFree;
    private Dictionary<string, string> _known = [];

    public PortfolioComparison(Session session, SummaryOracle summary, ReturnInterval asked, decimal riskFree)
    {
        (_oracle, _asked) = (new PortfolioOracle(session, summary), asked);
        _returns = _oracle.Returns;
        _sorted = [.. _returns.Order()];
        (_periods, _elapsed) = (summary.Periods(asked), summary.PeriodsElapsed);
        var year = asked == ReturnInterval.Annual252 ? ReturnInterval.Annual252 : ReturnInterval.Annual365;
        var log = Math.Log(1d + (double)riskFree) / summary.Periods(year);
        _riskFree = log * (1d + (log / 2d * (1d + (log / 3d * (1d + (log / 4d))))));
    }

    private string? Finer => _periods < 1d ? "finer_than_grid" : null;

    public void Compare(PortfolioSheet sheet)
    {
        _known = sheet.Undefined.ToDictionary(row => row.Metric, row => row.Reason);
        CompareMoney(sheet);
        CompareExposures(sheet);
        CompareFalls(sheet);
        CompareMoments(sheet);
        CompareTails(sheet);
        CompareCompound(sheet);
        CompareCalendar(sheet);
    }

    private void CompareMoney(PortfolioSheet sheet)
    {
        var last = _oracle.Last;
        var none = last.Nav is null ? "no_capital" : null;
        Is("nav_start", sheet.NavStart, none, () => (double)last.Opening);
        Is("nav_end", sheet.NavEnd, none, () => (double)last.Nav!.Value);
        Is("flows", sheet.Flows, none, () => (double)last.Flows);
        var fees = last.State.Select((sample, i) => sample.Fees == 0m ? 0m : sample.Fees * last.Rates[i]).ToArray();
        Is("fees", sheet.Fees, fees.Contains(null) ? "no_rate" : null, () => (double)fees.Sum()!.Value);
        var slips = last.State.Select((row, i) => row.Slippage == 0m ? 0m : row.Slippage * last.Rates[i]).ToArray();
        Is("slippage", sheet.Slippage, slips.Contains(null) ? "no_rate" : null, () => (double)slips.Sum()!.Value);
    }

    private void CompareExposures(PortfolioSheet sheet)
    {
        var all = _oracle.Exposures();
        var valued = all.Where(row => !double.IsNaN(row.Gross)).ToArray();
        var none = valued.Length == 0 ? "no_capital" : null;
        var seconds = valued.Sum(row => row.Seconds);
        double Mean(Func<(double Gross, double Net, bool, double), double> of) => seconds == 0d
            ? of(valued[^1])
            : valued.Sum(row => of(row) * row.Seconds) / seconds;
        Is("gross_exposure_mean", sheet.GrossExposureMean, none, () => Mean(row => row.Gross));
        Is("gross_exposure_max", sheet.GrossExposureMax, none, () => valued.Max(row => row.Gross));
        Is("net_exposure_mean", sheet.NetExposureMean, none, () => Mean(row => row.Net));
        Is("net_exposure_max", sheet.NetExposureMax, none, () => valued.MaxBy(row => Math.Abs(row.Net)).Net);
        var length = (double)(_oracle.Last.At.UnixNanos - _oracle.Start.UnixNanos) / 1e9;
        Is("time_in_market", sheet.TimeInMarket, length == 0d ? "too_short" : null,
            () => all.Where(row => row.IsOpen).Sum(row => row.Seconds) / length);

        var (sum, reason) = _oracle.Turnover();
        Is("turnover", sheet.Turnover,
            Finer ?? reason ?? (_elapsed < 1d && sum != 0d && _periods != 1d ? "too_short" : null),
            () => _elapsed >= 1d ? sum * _periods / _elapsed : sum);
    }

    private void CompareFalls(PortfolioSheet sheet)
    {
        var episodes = _oracle.Broken is null ? _oracle.Episodes() : [];
        var deepest = episodes.OrderByDescending(episode => episode.Depth).Take(5).ToArray();
        Assert.Equal(
            deepest.Select(episode => episode with { Depth = 0m }),
            sheet.Drawdowns.Select(episode => episode with { Depth = 0m }));
        for (var i = 0; i < deepest.Length; i++)
        {
            // The two ways to the same depth round apart in the last places
            Assert.InRange(sheet.Drawdowns[i].Depth - deepest[i].Depth, -1e-14m, 1e-14m);
        }

        Is("drawdown_max", sheet.DrawdownMax, _oracle.Broken,
            () => (double)episodes.Select(episode => episode.Depth).DefaultIfEmpty().Max());
        Is("time_under_water_max_ms", sheet.TimeUnderWaterMaxMillis, _oracle.Broken,
            () => episodes.Select(episode => episode.DurationMillis).DefaultIfEmpty().Max());
        var falls = _oracle.Falls;
        Is("ulcer_index", sheet.UlcerIndex, AtLeast(1), () => Math.Sqrt(falls.Average(fall => fall * fall)));
        Is("pain_index", sheet.PainIndex, AtLeast(1), falls.Average);
        Is("time_under_water", sheet.TimeUnderWater, AtLeast(1), () => falls.Average(fall => fall > 0d ? 1d : 0d));
    }

    private void CompareMoments(PortfolioSheet sheet)
    {
        var n = _returns.Length;
        var mean = _returns.DefaultIfEmpty().Average();
        var squares = _returns.Sum(value => Math.Pow(value - mean, 2));
        var flat = n > 0 && _sorted[0] == _sorted[^1];
        var deviation = flat ? 0d : Math.Sqrt(squares / Math.Max(1, n - 1));
        var zero = flat ? "zero_deviation" : null;
        var sharpe = (mean - _riskFree) / deviation;
        double Moment(int order) => _returns.Average(value => Math.Pow((value - mean) / Math.Sqrt(squares / n), order));
        double Error() => Math.Sqrt(
            (1d - (Moment(3) * sharpe) + ((Moment(4) - 1d) / 4d * sharpe * sharpe)) / (n - 1));
        var root = Math.Sqrt(_periods);

        Is("arithmetic_return", sheet.ArithmeticReturn, Finer ?? AtLeast(1), () => mean * _periods);
        Is("volatility", sheet.Volatility, Finer ?? AtLeast(2), () => deviation * root);
        Is("sharpe_ratio", sheet.SharpeRatio, Finer ?? AtLeast(2) ?? zero, () => sharpe * root);
        Is("sharpe_ratio_error", sheet.SharpeRatioError, Finer ?? AtLeast(4) ?? zero, () => Error() * root, 1e-6);
        Is("sharpe_ratio_adjusted", sheet.SharpeRatioAdjusted, Finer ?? AtLeast(4) ?? zero, () =>
            (sharpe * root) + (Moment(3) / 6d * Math.Pow(sharpe * root, 2))
                - ((Moment(4) - 3d) / 24d * Math.Pow(sharpe * root, 3)));
        Is("skewness", sheet.Skewness, AtLeast(3) ?? zero, () => Moment(3));
        Is("kurtosis", sheet.Kurtosis, AtLeast(4) ?? zero, () => Moment(4));
        Is("sharpe_ratio_probability", sheet.SharpeRatioProbability, AtLeast(4) ?? zero,
            () => NormalBelow(sharpe / Error()), 1e-6);
        Is("min_track_record", sheet.MinTrackRecord,
            AtLeast(4) ?? zero ?? (sharpe <= 0d ? "not_above_benchmark" : null),
            () => 1d + (Math.Pow(Error() * 1.6448536269514722 / sharpe, 2) * (n - 1)));
        var downside = Math.Sqrt(_returns.Sum(value => Math.Pow(Math.Min(0d, value - _riskFree), 2)) / Math.Max(1, n));
        Is("sortino_ratio", sheet.SortinoRatio, Finer ?? AtLeast(2) ?? (downside == 0d ? "no_downside" : null),
            () => (mean - _riskFree) / downside * root);
        var rho = _returns.Skip(1).Zip(_returns, (now, before) => (now - mean) * (before - mean)).Sum() / squares;
        Is("sharpe_ratio_autocorrelated", sheet.SharpeRatioAutocorrelated, Finer ?? AtLeast(2) ?? zero, () =>
        {
            var q = Math.Max(1d, Math.Round(_periods));
            var (sum, power) = (q, 1d);
            for (var k = 1; k < q; k++)
            {
                power *= rho;
                sum += 2d * (q - k) * power;
            }

            return sharpe * Math.Sqrt(_periods / q) * q / Math.Sqrt(sum);
        });
    }

    private void CompareTails(PortfolioSheet sheet)
    {
        var n = _returns.Length;
        var (gained, lost) = (_returns.Where(value => value > 0d).Sum(), -_returns.Where(value => value < 0d).Sum());
        var noLosses = lost == 0d ? "no_losses" : null;
        Is("omega_ratio", sheet.OmegaRatio, AtLeast(2) ?? noLosses, () => gained / lost);
        Is("gain_to_pain", sheet.GainToPain, AtLeast(2) ?? noLosses, () => _returns.Sum() / lost);
        Is("value_at_risk", sheet.ValueAtRisk, AtLeast(1), () => -Quantile(0.05));
        Is("tail_ratio", sheet.TailRatio,
            AtLeast(2) ?? (Quantile(0.05) == 0d ? "no_lower_tail" : null),
            () => Math.Abs(Quantile(0.95)) / Math.Abs(Quantile(0.05)));
        Is("expected_shortfall", sheet.ExpectedShortfall, AtLeast(1), () => -_sorted
            .Select((value, i) => value * Math.Clamp((0.05 * n) - i, 0d, 1d)).Sum() / (0.05 * n));
        Is("positive_periods", sheet.PositivePeriods, AtLeast(1),
            () => _returns.Average(value => value > 0d ? 1d : 0d));
        Is("best_period", sheet.BestPeriod, AtLeast(1), () => _sorted[^1]);
        Is("worst_period", sheet.WorstPeriod, AtLeast(1), () => _sorted[0]);
        Is("winning_streak_max", sheet.WinningStreakMax, AtLeast(1),
            () => TradeComparison.LongestRun(_returns, value => value > 0d));
        Is("losing_streak_max", sheet.LosingStreakMax, AtLeast(1),
            () => TradeComparison.LongestRun(_returns, value => value < 0d));
        if (_oracle.Broken is null)
        {
            Assert.Equal(n, sheet.Periods);
        }
    }

    private void CompareCompound(PortfolioSheet sheet)
    {
        var value = (double)_oracle.Value;
        Is("total_return", sheet.TotalReturn, _oracle.Broken, () => value - 1d);
        var cagr = _elapsed >= 1d ? Math.Pow(value, _periods / _elapsed) - 1d : value - 1d;
        var reason = Finer ?? _oracle.Broken
            ?? (value <= 0d ? "capital_lost"
                : _elapsed < 1d && _oracle.Value != 1m && _periods != 1d ? "too_short"
                : cagr > (double)decimal.MaxValue ? "overflow" : null);
        Is("cagr", sheet.Cagr, reason, () => cagr, 1e-7);
        var deepest = _oracle.Broken is null
            ? _oracle.Episodes().Select(episode => (double)episode.Depth).DefaultIfEmpty().Max()
            : 0d;
        string? Over(double ratio, double fall) => reason
            ?? (fall == 0d ? "no_drawdown" : ratio > (double)decimal.MaxValue ? "overflow" : null);
        Is("calmar_ratio", sheet.CalmarRatio, Over(cagr / deepest, deepest), () => cagr / deepest, 1e-7);
        var excess = cagr - (Math.Pow(1d + _riskFree, _periods) - 1d);
        var ulcer = Math.Sqrt(_oracle.Falls.Select(fall => fall * fall).DefaultIfEmpty().Average());
        var pain = _oracle.Falls.DefaultIfEmpty().Average();
        string? few = reason ?? AtLeast(1);
        Is("martin_ratio", sheet.MartinRatio, few ?? Over(excess / ulcer, ulcer), () => excess / ulcer, 1e-7);
        Is("pain_ratio", sheet.PainRatio, few ?? Over(excess / pain, pain), () => excess / pain, 1e-7);
    }

    private void CompareCalendar(PortfolioSheet sheet)
    {
        var step = sheet.PeriodMillis * 1_000_000;
        CalendarReturn[] Expected(string format) => _oracle.Broken is null
            ? [.. _oracle.Calendar(time => time.ToString(format, null), step)]
            : [];
        static IEnumerable<CalendarReturn> Rounded(IEnumerable<CalendarReturn> returns) =>
            returns.Select(row => row with { Value = decimal.Round(row.Value, 12) });

        Assert.Equal(Rounded(Expected("yyyy-MM")), Rounded(sheet.Months));
        Assert.Equal(Rounded(Expected("yyyy")), Rounded(sheet.Years));
    }

    private string? AtLeast(int count) => _oracle.Broken ?? (_returns.Length < count ? "too_few_observations" : null);

    private double Quantile(double share)
    {
        var place = share * (_sorted.Length - 1);
        var (below, above) = (_sorted[(int)Math.Floor(place)], _sorted[(int)Math.Ceiling(place)]);
        return (below * (1d - (place % 1d))) + (above * (place % 1d));
    }

    private static double NormalBelow(double value)
    {
        // Simpson's rule from 0
        var step = Math.Clamp(value, -12d, 12d) / 4_000d;
        double Density(int i) => Math.Exp(-i * step * i * step / 2d);
        var sum = Enumerable.Range(0, 4_001).Sum(i => Density(i) * (i is 0 or 4_000 ? 1d : i % 2 == 1 ? 4d : 2d));
        return 0.5 + (sum * step / 3d / Math.Sqrt(2d * Math.PI));
    }

    private void Is(string metric, IntervalMetric actual, string? reason, Func<double> expected, double part = 1e-9)
    {
        Assert.Equal(_asked.Name, actual.Interval);
        Is(metric, actual.Value, reason, expected, part);
    }

    private void Is(string metric, decimal? actual, string? reason, Func<double> expected, double part = 1e-9)
    {
        Assert.Equal((metric, reason), (metric, _known.GetValueOrDefault(metric)));
        Assert.Equal((metric, reason is null), (metric, actual is not null));
        if (actual is { } value)
        {
            var (wanted, found) = (expected(), (double)value);
            Assert.True(
                Math.Abs(wanted - found) <= Math.Max(1d, Math.Abs(wanted)) * part,
                $"{metric} is {found}, not {wanted}");
        }
    }
}
