using System.Globalization;
using Barter.Model;

namespace Barter.Statistics;

/// <summary>
/// A trading summary as tables for people to read: the portfolio, then a column for every instrument and asset.
/// </summary>
/// <param name="Title">What stands above all.</param>
/// <param name="Tables">A table that would have no column is left out.</param>
/// <param name="Notes">Why figures are <c>n/a</c>, a line for each reason.</param>
public sealed partial record TradingSummaryTables(
    string Title, ValueList<SummaryTable> Tables, ValueList<string> Notes)
{
    private const string NotAvailable = "n/a";

    /// <summary>Everything that the summary holds.</summary>
    public static TradingSummaryTables Of(TradingSummary summary) => new(
        TitleOf(summary),
        Filled([
            .. PortfolioTables(summary.Portfolio),
            InstrumentTable(summary, TradeRows(summary)),
            AssetTable(summary),
        ]),
        UndefinedOf(summary)
            .Concat(summary.Instruments.Values.SelectMany(sheet => sheet.Trades?.Undefined ?? []))
            .GroupBy(undefined => undefined.Reason, undefined => undefined.Metric, StringComparer.Ordinal)
            .Select(row => $"{NotAvailable}, {Words(row.Key)}: {string.Join(", ", Distinct(row))}")
            .ToValueList());

    /// <summary>What one looks at first: the portfolio and the instruments on half a page.</summary>
    public static TradingSummaryTables KeyFigures(TradingSummary summary)
    {
        var reasons = string.Join(", ", Distinct(UndefinedOf(summary).Select(undefined => Words(undefined.Reason))));
        return new(
            TitleOf(summary),
            Filled([.. PortfolioKeyFigures(summary.Portfolio), InstrumentTable(summary, []), AssetTable(summary)]),
            reasons.Length == 0 ? [] : [$"{NotAvailable}: {reasons}"]);
    }

    /// <summary>The two largest units of a length, such as <c>9 Hour(s) &amp; 30 Minutes</c>.</summary>
    public static string DurationText(TimeSpan length) => length switch
    {
        { TotalHours: < 1 } => string.Create(null, $"{length.Minutes} Minutes"),
        { TotalDays: < 1 } => string.Create(null, $"{length.Hours} Hour(s) & {length.Minutes} Minutes"),
        { TotalDays: <= 7 } => string.Create(null, $"{length.Days} Day(s) & {length.Hours} Hour(s)"),
        { TotalDays: <= 28 } => string.Create(null, $"{length.Days / 7} Week(s) & {length.Days % 7} Day(s)"),
        _ => string.Create(null, $"~{length.Days} Days"),
    };

    private static string TitleOf(TradingSummary summary) =>
        $"Trading Summary (Trading Duration: {DurationText(summary.Duration)})";

    private static ValueList<SummaryTable> Filled(IEnumerable<SummaryTable> tables) =>
        tables.Where(table => table.Columns.Count > 1).ToValueList();

    private static IEnumerable<UndefinedMetric> UndefinedOf(TradingSummary summary) =>
        summary.Instruments.Values.SelectMany(sheet => sheet.Undefined).Concat(summary.Portfolio?.Undefined ?? []);

    private static IEnumerable<string> Distinct(IEnumerable<string> words) => words.Distinct(StringComparer.Ordinal);

    private static string Words(string reason) => reason.Replace('_', ' ');

    private static SummaryTable InstrumentTable(TradingSummary summary, IEnumerable<ValueList<string>> more)
    {
        var sheets = summary.Instruments.Values;
        var interval = Short(sheets.FirstOrDefault()?.PnlReturn.Interval);
        ValueList<string> Row(string name, Func<InstrumentTearSheet, string?> cell) =>
            [name, .. sheets.Select(sheet => cell(sheet) ?? NotAvailable)];

        return new SummaryTable(
            "Instruments",
            ["", .. summary.Instruments.Keys],
            [
                Row("PnL", sheet => Fixed(sheet.Pnl, 2)),
                Row("PnL Realised", sheet => Fixed(sheet.PnlRealised, 2)),
                Row("PnL Unrealised", sheet => Fixed(sheet.PnlUnrealised, 2)),
                Row("Fees", sheet => Fixed(sheet.Fees, 2)),
                Row("Slippage", sheet => Fixed(sheet.Slippage, 2)),
                Row($"Return {interval}", sheet => Percent(sheet.PnlReturn.Value, 2)),
                Row($"Sharpe {interval}", sheet => Fixed(sheet.SharpeRatio.Value, 4)),
                Row($"Sortino {interval}", sheet => Fixed(sheet.SortinoRatio.Value, 4)),
                Row($"Calmar {interval}", sheet => Fixed(sheet.CalmarRatio.Value, 4)),
                Row("PnL Drawdown", sheet => Percent(sheet.PnlDrawdown?.Value, 2)),
                Row("PnL Drawdown Avg", sheet => Percent(sheet.PnlDrawdownMean?.Value, 2)),
                Row("PnL Drawdown Max", sheet => Percent(sheet.PnlDrawdownMax?.Value, 2)),
                Row("Win Rate", sheet => Percent(sheet.WinRate, 1)),
                Row("Profit Factor", sheet => Fixed(sheet.ProfitFactor, 2)),
                Row("Positions Closed", sheet => Count(sheet.PositionsClosed)),
                .. more,
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

    /// <summary>The label of an interval as it fits beside a figure.</summary>
    private static string Short(string? interval) => interval is null
        ? ""
        : interval.Replace("Duration ", "", StringComparison.Ordinal)
            .Replace(" (minutes)", " min", StringComparison.Ordinal);

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
