using System.Globalization;
using Barter.Model;

namespace Barter.Statistics;

/// <summary>
/// A trading summary as tables for people to read: the portfolio, then a column for every instrument and asset.
/// </summary>
public sealed partial record TradingSummaryTables(string Title, ValueList<SummaryTable> Tables)
{
    private const string NotAvailable = "n/a";

    /// <summary>Leaves out a table that would have no column.</summary>
    public static TradingSummaryTables Of(TradingSummary summary) => new(
        $"Trading Summary (Trading Duration: {DurationText(summary.Duration)})",
        PortfolioTables(summary.Portfolio)
            .Append(InstrumentTable(summary))
            .Append(AssetTable(summary))
            .Where(table => table.Columns.Count > 1)
            .ToValueList());

    /// <summary>The two largest units of a length, such as <c>9 Hour(s) &amp; 30 Minutes</c>.</summary>
    public static string DurationText(TimeSpan length) => length switch
    {
        { TotalHours: < 1 } => string.Create(null, $"{length.Minutes} Minutes"),
        { TotalDays: < 1 } => string.Create(null, $"{length.Hours} Hour(s) & {length.Minutes} Minutes"),
        { TotalDays: <= 7 } => string.Create(null, $"{length.Days} Day(s) & {length.Hours} Hour(s)"),
        { TotalDays: <= 28 } => string.Create(null, $"{length.Days / 7} Week(s) & {length.Days % 7} Day(s)"),
        _ => string.Create(null, $"~{length.Days} Days"),
    };

    private static SummaryTable InstrumentTable(TradingSummary summary)
    {
        var sheets = summary.Instruments.Values;
        var interval = sheets.FirstOrDefault()?.PnlReturn.Interval;
        ValueList<string> Row(string name, Func<InstrumentTearSheet, string> cell) => [name, .. sheets.Select(cell)];

        return new SummaryTable(
            "Instruments",
            ["", .. summary.Instruments.Keys],
            [
                Row("PnL", sheet => Fixed(sheet.Pnl, 2)),
                Row("PnL Realised", sheet => Fixed(sheet.PnlRealised, 2)),
                Row("PnL Unrealised", sheet => Fixed(sheet.PnlUnrealised, 2)),
                Row("Fees", sheet => Fixed(sheet.Fees, 2)),
                Row($"Return {interval}", sheet =>
                    Cell(sheet.Undefined, "pnl_return", Percent(sheet.PnlReturn.Value, 2))),
                Row($"Sharpe {interval}", sheet =>
                    Cell(sheet.Undefined, "sharpe_ratio", Fixed(sheet.SharpeRatio.Value, 4))),
                Row($"Sortino {interval}", sheet =>
                    Cell(sheet.Undefined, "sortino_ratio", Fixed(sheet.SortinoRatio.Value, 4))),
                Row($"Calmar {interval}", sheet =>
                    Cell(sheet.Undefined, "calmar_ratio", Fixed(sheet.CalmarRatio.Value, 4))),
                Row("PnL Drawdown", sheet =>
                    Cell(sheet.Undefined, "pnl_drawdown", Percent(sheet.PnlDrawdown?.Value, 2))),
                Row("PnL Drawdown Avg", sheet =>
                    Cell(sheet.Undefined, "pnl_drawdown_mean", Percent(sheet.PnlDrawdownMean?.Value, 2))),
                Row("PnL Drawdown Max", sheet =>
                    Cell(sheet.Undefined, "pnl_drawdown_max", Percent(sheet.PnlDrawdownMax?.Value, 2))),
                Row("Win Rate", sheet => Cell(sheet.Undefined, "win_rate", Percent(sheet.WinRate, 1))),
                Row("Profit Factor", sheet => Cell(sheet.Undefined, "profit_factor", Fixed(sheet.ProfitFactor, 2))),
                Row("Positions Closed", sheet => sheet.PositionsClosed.ToString(CultureInfo.InvariantCulture)),
                .. TradeRows(summary),
            ]);
    }

    private static SummaryTable AssetTable(TradingSummary summary)
    {
        var sheets = summary.Assets.Values;
        ValueList<string> Row(string name, Func<AssetTearSheet, string?> cell) =>
            [name, .. sheets.Select(sheet => cell(sheet) ?? NotAvailable)];

        return new SummaryTable(
            "Assets",
            ["", .. summary.Assets.Keys.Select(key => key.Replace(':', '_'))],
            [
                Row("Balance", sheet => Fixed(sheet.BalanceEnd?.Total, 8)),
                Row("Drawdown", sheet => Percent(sheet.Drawdown?.Value, 2)),
                Row("Drawdown Avg", sheet => Percent(sheet.DrawdownMean?.Value, 2)),
                Row("Drawdown Max", sheet => Percent(sheet.DrawdownMax?.Value, 2)),
            ]);
    }

    private static string Cell(ValueList<UndefinedMetric> undefined, string metric, string? text)
    {
        if (text is not null)
        {
            return text;
        }

        foreach (var (name, reason) in undefined)
        {
            if (string.Equals(name, metric, StringComparison.Ordinal))
            {
                return $"{NotAvailable} ({reason})";
            }
        }

        return NotAvailable;
    }

    private static string Fixed(decimal value, int places) =>
        value.ToString(string.Create(null, $"F{places}"), CultureInfo.InvariantCulture);

    private static string? Fixed(decimal? value, int places) => value is { } known ? Fixed(known, places) : null;

    // Two places to the right in text, because a hundred times the value may be too large for a decimal
    private static string? Percent(decimal? value, int places) => value switch
    {
        null => null,
        > decimal.MaxValue / 100m or < decimal.MinValue / 100m => $"{Fixed(decimal.Truncate(value.Value), 0)}00%",
        { } fraction => $"{Fixed(fraction * 100m, places)}%",
    };
}
