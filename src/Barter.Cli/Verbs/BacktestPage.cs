using Barter.Backtest;
using Barter.Cli.Terminal;
using Barter.MarketData;
using Barter.Statistics;

namespace Barter.Cli.Verbs;

/// <summary>A result for people to read.</summary>
internal static class BacktestPage
{
    private const int DigestLetters = 12;

    public static string Of(BacktestResult result, bool isDetailed, int width, bool isColoured)
    {
        var page = new TextPage(width, isColoured);
        var tables = isDetailed
            ? TradingSummaryTables.Of(result.TradingSummary)
            : TradingSummaryTables.KeyFigures(result.TradingSummary);
        page.Heading(tables.Title);
        foreach (var table in tables.Tables)
        {
            page.Table(table);
        }

        foreach (var note in tables.Notes)
        {
            page.Line(note);
        }

        page.Line(Happened(result));
        page.Line($"digest of all steps: {result.AuditDigest[..DigestLetters]}");
        if (result.MarketData.Reconnects > 0)
        {
            page.Line(string.Create(null, $"data: the link was lost {result.MarketData.Reconnects:N0} time(s)"));
        }

        return page.ToString();
    }

    private static string Happened(BacktestResult result)
    {
        var counts = result.Counts;
        return string.Create(
            null,
            $"{result.Strategy}: {counts.MarketEvents:N0} events, {counts.OrdersSent:N0} orders, "
            + $"{counts.CancelsSent:N0} cancels, {counts.Fills:N0} fills\n"
            + $"{counts.OrdersRejected:N0} orders rejected by the exchange, "
            + $"{counts.RiskRefusals:N0} refused by risk limits");
    }

    /// <summary>What in the data makes the result doubtful; told whatever the format.</summary>
    public static IEnumerable<string> Warnings(MarketDataReport report)
    {
        if (report.Errors > 0)
        {
            yield return string.Create(
                null, $"data: {report.Errors:N0} error item(s) were skipped, the first at {report.FirstError}");
        }

        if (report.Late > 0)
        {
            yield return string.Create(
                null, $"data: {report.Late:N0} item(s) came late, by up to {report.LatestBy.TotalSeconds:0.###} s");
        }
    }
}
