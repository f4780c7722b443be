using Barter.Backtest;
using Barter.Cli.Terminal;
using Barter.MarketData;
using Barter.Statistics;

namespace Barter.Cli.Verbs;

/// <summary>A result for people to read.</summary>
internal static class BacktestPage
{
    private const int DigestLetters = 12;

    public static string Of(BacktestResult result, int width, bool isColoured)
    {
        var page = new TextPage(width, isColoured);
        var tables = TradingSummaryTables.Of(result.TradingSummary);
        page.Heading(tables.Title);
        foreach (var table in tables.Tables)
        {
            page.Table(table);
        }

        page.Line(Happened(result));
        page.Line($"digest of all steps: {result.AuditDigest[..DigestLetters]}");
        foreach (var note in Notes(result.MarketData))
        {
            page.Line(note);
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

    private static IEnumerable<string> Notes(MarketDataReport report)
    {
        if (report.Errors > 0)
        {
            yield return string.Create(
                null, $"data: {report.Errors:N0} error item(s) were skipped, the first at {report.FirstError}");
        }

        if (report.Reconnects > 0)
        {
            yield return string.Create(null, $"data: the link was lost {report.Reconnects:N0} time(s)");
        }

        if (report.Late > 0)
        {
            yield return string.Create(
                null, $"data: {report.Late:N0} item(s) came late, by up to {report.LatestBy.TotalSeconds:0.###} s");
        }
    }
}
