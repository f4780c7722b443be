using Barter.Model;
using Barter.Statistics.Primitives;

namespace Barter.Statistics.Sampling;

/// <summary>Makes the sheet of the portfolio of what was kept.</summary>
internal static class PortfolioReport
{
    public static PortfolioSheet Generate(PortfolioStatistics portfolio, SheetRequest request, PortfolioState state)
    {
        var found = new Findings(request.Label);
        var figures = new ReturnFigures(portfolio, request);
        var (broken, started) = (portfolio.Broken, portfolio.Nav is null ? UndefinedReason.NoCapital : null);
        var (episodes, longest) = portfolio.Episodes.Generate(portfolio.Value, state.SampledAt);
        decimal? drawdownMax = episodes.Count == 0 ? null : episodes[0].Depth;
        var (months, years) = portfolio.Calendar(state.Unfinished);
        var compound = Stated(request, broken, () => Compound(portfolio.Value, request));
        var (ulcer, pain) = (Ulcer(portfolio), Pain(portfolio));
        var exposure = portfolio.Exposure;
        Metric InExcessOver(Metric index) => Stated(request, broken, () => Excess(compound, index, request));

        return new PortfolioSheet
        {
            Currency = state.Currency,
            NavStart = found.Known("nav_start", state.Opening, started),
            NavEnd = found.Known("nav_end", portfolio.Nav.GetValueOrDefault(), started),
            Flows = found.Known("flows", state.Flows, started),
            Fees = found.Known(
                "fees", portfolio.Fees.GetValueOrDefault(), portfolio.Fees is null ? UndefinedReason.NoRate : null),
            Slippage = found.Known(
                "slippage",
                portfolio.Slippage.GetValueOrDefault(),
                portfolio.Slippage is null ? UndefinedReason.NoRate : null),
            TotalReturn = found.Known("total_return", portfolio.Value - 1m, broken),
            Cagr = found.Stated("cagr", compound),
            ArithmeticReturn = found.Stated("arithmetic_return", figures.ArithmeticReturn()),
            Volatility = found.Stated("volatility", figures.Volatility()),
            SharpeRatio = found.Stated("sharpe_ratio", figures.Sharpe()),
            SharpeRatioError = found.Stated("sharpe_ratio_error", figures.SharpeError()),
            SharpeRatioAutocorrelated =
                found.Stated("sharpe_ratio_autocorrelated", figures.SharpeAutocorrelated()),
            SharpeRatioAdjusted = found.Stated("sharpe_ratio_adjusted", figures.SharpeAdjusted()),
            SharpeRatioProbability = found.Value("sharpe_ratio_probability", figures.SharpeProbability()),
            MinTrackRecord = found.Value("min_track_record", figures.MinTrackRecord()),
            SortinoRatio = found.Stated("sortino_ratio", figures.Sortino()),
            CalmarRatio = found.Stated(
                "calmar_ratio", Stated(request, broken, () => Calmar(compound, drawdownMax))),
            MartinRatio = found.Stated("martin_ratio", InExcessOver(ulcer)),
            PainRatio = found.Stated("pain_ratio", InExcessOver(pain)),
            OmegaRatio = found.Value("omega_ratio", figures.Omega()),
            GainToPain = found.Value("gain_to_pain", figures.GainToPain()),
            TailRatio = found.Value("tail_ratio", figures.TailRatio()),
            ValueAtRisk = found.Value("value_at_risk", figures.ValueAtRisk()),
            ExpectedShortfall = found.Value("expected_shortfall", figures.ExpectedShortfall()),
            Skewness = found.Value("skewness", figures.Skewness()),
            Kurtosis = found.Value("kurtosis", figures.Kurtosis()),
            UlcerIndex = found.Value("ulcer_index", ulcer),
            PainIndex = found.Value("pain_index", pain),
            DrawdownMax = found.Known("drawdown_max", drawdownMax ?? 0m, broken),
            TimeUnderWater = found.Value(
                "time_under_water", OfPeriods(portfolio, count => portfolio.PeriodsUnderWater / count)),
            TimeUnderWaterMaxMillis = found.Known("time_under_water_max_ms", longest, broken),
            Drawdowns = broken is null ? episodes.ToValueList() : [],
            Periods = portfolio.Periods,
            PeriodMillis = (long)state.Step.TotalMilliseconds,
            PositivePeriods = found.Value("positive_periods", figures.PositivePeriods()),
            BestPeriod = found.Value("best_period", figures.Best()),
            WorstPeriod = found.Value("worst_period", figures.Worst()),
            WinningStreakMax = (long?)found.Value("winning_streak_max", figures.WinningStreak()),
            LosingStreakMax = (long?)found.Value("losing_streak_max", figures.LosingStreak()),
            GrossExposureMean = found.Value(
                "gross_exposure_mean", Metric.Of(exposure.GrossMean, UndefinedReason.NoCapital)),
            GrossExposureMax = found.Value(
                "gross_exposure_max", Metric.Of(exposure.GrossMax, UndefinedReason.NoCapital)),
            NetExposureMean = found.Value(
                "net_exposure_mean", Metric.Of(exposure.NetMean, UndefinedReason.NoCapital)),
            NetExposureMax = found.Value("net_exposure_max", Metric.Of(exposure.NetMax, UndefinedReason.NoCapital)),
            TimeInMarket = found.Value(
                "time_in_market", Metric.Of(exposure.TimeInMarket, UndefinedReason.TooShort)),
            Turnover = found.Stated("turnover", Stated(request, null, () => portfolio.Turnover.Generate(request))),
            Months = months,
            Years = years,
            Undefined = found.Undefined,
        };
    }

    private static Metric Compound(decimal value, SheetRequest request) =>
        (request.PeriodsElapsed, request.PeriodsPerInterval) switch
        {
            _ when value <= 0m => Metric.Undefined(UndefinedReason.CapitalLost),
            ( >= 1m, var periods) => Metric.Of(
                () => DecimalMath.Pow(value, periods / request.PeriodsElapsed) - 1m),
            (_, not 1m) when value != 1m => Metric.Undefined(UndefinedReason.TooShort),
            _ => Metric.Of(value - 1m),
        };

    private static Metric Calmar(Metric compound, decimal? drawdownMax) => (compound, drawdownMax) switch
    {
        ({ Value: null }, _) => compound,
        (_, null) => Metric.Undefined(UndefinedReason.NoDrawdown),
        ({ Value: { } value }, { } drawdown) => Metric.Of(() => value / drawdown),
    };

    private static Metric Excess(Metric compound, Metric index, SheetRequest request) => (compound, index) switch
    {
        ({ Value: null }, _) => compound,
        (_, { Value: null }) => index,
        (_, { Value: 0m }) => Metric.Undefined(UndefinedReason.NoDrawdown),
        ({ Value: { } value }, { Value: { } fall }) => Metric.Of(() =>
            (value + 1m - DecimalMath.Pow(1m + request.Basis.RiskFree, request.PeriodsPerInterval)) / fall),
    };

    private static Metric Ulcer(PortfolioStatistics portfolio) =>
        OfPeriods(portfolio, count => Math.Sqrt(portfolio.FallSquareSum / count));

    private static Metric Pain(PortfolioStatistics portfolio) =>
        OfPeriods(portfolio, count => portfolio.FallSum / count);

    private static Metric OfPeriods(PortfolioStatistics portfolio, Func<double, double> value) => portfolio switch
    {
        { Broken: { } reason } => Metric.Undefined(reason),
        { Periods: 0 } => Metric.Undefined(UndefinedReason.TooFewObservations),
        _ => Metric.Of(value(portfolio.Periods)),
    };

    private static Metric Stated(SheetRequest request, string? broken, Func<Metric> value) => broken switch
    {
        _ when request.PeriodsPerInterval < 1m => Metric.Undefined(UndefinedReason.FinerThanGrid),
        { } reason => Metric.Undefined(reason),
        _ => value(),
    };
}
