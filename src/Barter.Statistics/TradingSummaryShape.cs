using Barter.Model;
using Barter.Statistics.Primitives;

namespace Barter.Statistics;

/// <summary>The one place that knows the keys of a summary and their order.</summary>
internal static class TradingSummaryShape
{
    public static IReadOnlyDictionary<string, object?> Of(TradingSummary summary) => Map(
        ("time_engine_start", summary.TimeEngineStart),
        ("time_engine_end", summary.TimeEngineEnd),
        ("portfolio", summary.Portfolio is { } portfolio ? Of(portfolio) : null),
        ("instruments", Map([.. summary.Instruments.Select(row => (row.Key, (object?)Of(row.Value)))])),
        ("assets", Map([.. summary.Assets.Select(row => (row.Key, (object?)Of(row.Value)))])));

    private static OrderedDictionary<string, object?> Of(InstrumentTearSheet sheet) => Map(
        ("pnl", sheet.Pnl),
        ("pnl_realised", sheet.PnlRealised),
        ("pnl_unrealised", sheet.PnlUnrealised),
        ("fees", sheet.Fees),
        ("slippage", sheet.Slippage),
        ("pnl_return", Of(sheet.PnlReturn)),
        ("sharpe_ratio", Of(sheet.SharpeRatio)),
        ("sortino_ratio", Of(sheet.SortinoRatio)),
        ("calmar_ratio", Of(sheet.CalmarRatio)),
        ("pnl_drawdown", Of(sheet.PnlDrawdown)),
        ("pnl_drawdown_mean", Of(sheet.PnlDrawdownMean)),
        ("pnl_drawdown_max", Of(sheet.PnlDrawdownMax)),
        ("win_rate", sheet.WinRate),
        ("profit_factor", sheet.ProfitFactor),
        ("positions_closed", sheet.PositionsClosed),
        ("wins", sheet.Wins),
        ("losses", sheet.Losses),
        ("trades", sheet.Trades is { } trades ? Of(trades) : null),
        ("undefined", Of(sheet.Undefined)));

    private static OrderedDictionary<string, object?> Of(PortfolioSheet sheet) => Map(
        ("currency", sheet.Currency),
        ("nav_start", sheet.NavStart),
        ("nav_end", sheet.NavEnd),
        ("flows", sheet.Flows),
        ("fees", sheet.Fees),
        ("slippage", sheet.Slippage),
        ("total_return", sheet.TotalReturn),
        ("cagr", Of(sheet.Cagr)),
        ("arithmetic_return", Of(sheet.ArithmeticReturn)),
        ("volatility", Of(sheet.Volatility)),
        ("sharpe_ratio", Of(sheet.SharpeRatio)),
        ("sharpe_ratio_error", Of(sheet.SharpeRatioError)),
        ("sharpe_ratio_autocorrelated", Of(sheet.SharpeRatioAutocorrelated)),
        ("sharpe_ratio_adjusted", Of(sheet.SharpeRatioAdjusted)),
        ("sharpe_ratio_probability", sheet.SharpeRatioProbability),
        ("min_track_record", sheet.MinTrackRecord),
        ("sortino_ratio", Of(sheet.SortinoRatio)),
        ("calmar_ratio", Of(sheet.CalmarRatio)),
        ("martin_ratio", Of(sheet.MartinRatio)),
        ("pain_ratio", Of(sheet.PainRatio)),
        ("omega_ratio", sheet.OmegaRatio),
        ("gain_to_pain", sheet.GainToPain),
        ("tail_ratio", sheet.TailRatio),
        ("value_at_risk", sheet.ValueAtRisk),
        ("expected_shortfall", sheet.ExpectedShortfall),
        ("skewness", sheet.Skewness),
        ("kurtosis", sheet.Kurtosis),
        ("ulcer_index", sheet.UlcerIndex),
        ("pain_index", sheet.PainIndex),
        ("drawdown_max", sheet.DrawdownMax),
        ("time_under_water", sheet.TimeUnderWater),
        ("time_under_water_max_ms", sheet.TimeUnderWaterMaxMillis),
        ("drawdowns", sheet.Drawdowns.Select(Of).ToArray()),
        ("periods", sheet.Periods),
        ("period_ms", sheet.PeriodMillis),
        ("positive_periods", sheet.PositivePeriods),
        ("best_period", sheet.BestPeriod),
        ("worst_period", sheet.WorstPeriod),
        ("winning_streak_max", sheet.WinningStreakMax),
        ("losing_streak_max", sheet.LosingStreakMax),
        ("gross_exposure_mean", sheet.GrossExposureMean),
        ("gross_exposure_max", sheet.GrossExposureMax),
        ("net_exposure_mean", sheet.NetExposureMean),
        ("net_exposure_max", sheet.NetExposureMax),
        ("time_in_market", sheet.TimeInMarket),
        ("turnover", Of(sheet.Turnover)),
        ("months", Of(sheet.Months)),
        ("years", Of(sheet.Years)),
        ("undefined", Of(sheet.Undefined)));

    private static OrderedDictionary<string, object?> Of(TradeSheet sheet) => Map(
        ("payoff", sheet.Payoff),
        ("expectancy", sheet.Expectancy),
        ("system_quality", sheet.SystemQuality),
        ("kelly_fraction", sheet.KellyFraction),
        ("largest_win", sheet.LargestWin),
        ("largest_loss", sheet.LargestLoss),
        ("mean_duration_ms", sheet.MeanDurationMillis),
        ("mean_duration_of_wins_ms", sheet.MeanDurationOfWinsMillis),
        ("mean_duration_of_losses_ms", sheet.MeanDurationOfLossesMillis),
        ("winning_streak_max", sheet.WinningStreakMax),
        ("losing_streak_max", sheet.LosingStreakMax),
        ("adverse_excursion_mean", sheet.AdverseExcursionMean),
        ("adverse_excursion_max", sheet.AdverseExcursionMax),
        ("favourable_excursion_mean", sheet.FavourableExcursionMean),
        ("favourable_excursion_max", sheet.FavourableExcursionMax),
        ("long", Of(sheet.Long)),
        ("short", Of(sheet.Short)),
        ("undefined", Of(sheet.Undefined)));

    private static OrderedDictionary<string, object?> Of(SideTally side) => Map(
        ("closed", side.Closed), ("wins", side.Wins), ("losses", side.Losses), ("pnl", side.Pnl));

    private static OrderedDictionary<string, object?> Of(DrawdownEpisode episode) => Map(
        ("value", episode.Depth),
        ("time_peak", episode.TimePeak),
        ("time_valley", episode.TimeValley),
        ("time_recovery", episode.TimeRecovery),
        ("down_ms", episode.DownMillis),
        ("recovery_ms", episode.RecoveryMillis),
        ("duration_ms", episode.DurationMillis));

    private static OrderedDictionary<string, object?> Of(ValueList<CalendarReturn> returns) =>
        Map([.. returns.Select(row => (row.Name, (object?)row.Value))]);

    private static OrderedDictionary<string, object?> Of(ValueList<UndefinedMetric> undefined) =>
        Map([.. undefined.Select(row => (row.Metric, (object?)row.Reason))]);

    private static OrderedDictionary<string, object?> Of(AssetTearSheet sheet) => Map(
        ("balance_end", sheet.BalanceEnd is { } balance
            ? Map(("total", balance.Total), ("free", balance.Free), ("used", balance.Used))
            : null),
        ("drawdown", Of(sheet.Drawdown)),
        ("drawdown_mean", Of(sheet.DrawdownMean)),
        ("drawdown_max", Of(sheet.DrawdownMax)));

    private static OrderedDictionary<string, object?> Of(IntervalMetric metric) =>
        Map(("value", metric.Value), ("interval", metric.Interval));

    private static OrderedDictionary<string, object?>? Of(Drawdown? drawdown) => drawdown is { } fall
        ? Map(
            ("value", fall.Value),
            ("time_start", fall.TimeStart),
            ("time_end", fall.TimeEnd),
            ("duration_ms", fall.DurationMillis))
        : null;

    private static OrderedDictionary<string, object?>? Of(MeanDrawdown? drawdown) => drawdown is { } mean
        ? Map(("mean_drawdown", mean.Value), ("mean_duration_ms", mean.DurationMillis))
        : null;

    private static OrderedDictionary<string, object?> Map(params ReadOnlySpan<(string Key, object? Value)> entries)
    {
        var map = new OrderedDictionary<string, object?>(entries.Length, StringComparer.Ordinal);
        foreach (var (key, value) in entries)
        {
            map.Add(key, value);
        }

        return map;
    }
}
