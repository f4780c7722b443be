using Barter.Statistics.Primitives;

namespace Barter.Statistics;

/// <summary>The one place that knows the keys of a summary and their order.</summary>
internal static class TradingSummaryShape
{
    public static IReadOnlyDictionary<string, object?> Of(TradingSummary summary) => Map(
        ("time_engine_start", summary.TimeEngineStart),
        ("time_engine_end", summary.TimeEngineEnd),
        ("instruments", Map([.. summary.Instruments.Select(row => (row.Key, (object?)Of(row.Value)))])),
        ("assets", Map([.. summary.Assets.Select(row => (row.Key, (object?)Of(row.Value)))])));

    private static OrderedDictionary<string, object?> Of(InstrumentTearSheet sheet) => Map(
        ("pnl", sheet.Pnl),
        ("pnl_realised", sheet.PnlRealised),
        ("pnl_unrealised", sheet.PnlUnrealised),
        ("fees", sheet.Fees),
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
        ("undefined", Map([.. sheet.Undefined.Select(row => (row.Metric, (object?)row.Reason))])));

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
