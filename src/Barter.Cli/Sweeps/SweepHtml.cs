using Barter.Backtest.Reporting;
using Barter.Statistics;

namespace Barter.Cli.Sweeps;

/// <summary>A sweep as one HTML page that needs nothing else.</summary>
internal static class SweepHtml
{
    public static string Write(SweepResult result)
    {
        var isWalk = result.Verdict is null;
        var title = isWalk
            ? $"Walk-forward of {result.Request.Run.Strategy}"
            : $"Sweep of {result.Request.Run.Strategy}";
        var html = new HtmlText();
        HtmlReport.Begin(html, title);
        html.Line("<header>").Element("h1", title).Element("p", Subtitle(result), "period").Line("</header>");
        if (result.Verdict is { } verdict)
        {
            HeatMap.Write(html, result);
            Section(html, "Best runs", SweepPage.Trials(result, verdict), SweepPage.Notes(result, verdict));
        }
        else
        {
            Section(html, "Windows", SweepPage.Folds(result), [SweepPage.Stitched(result)]);
        }

        html.Element("footer", "Times are in UTC. Made by barter sweep.");
        return html.Line("</main></body></html>").ToString();
    }

    private static string Subtitle(SweepResult result)
    {
        var count = result.Verdict is null
            ? string.Create(null, $"{result.Folds.Count} windows")
            : string.Create(null, $"{result.Ranked.Count:N0} runs");
        return $"{Path.GetFileName(result.Request.Run.MarketDataPath)}, {count}, "
            + $"ranked by {SweepPage.Word(result.Request.Rank)}, ratios {result.Interval}";
    }

    private static void Section(HtmlText html, string title, SummaryTable table, IEnumerable<string> notes)
    {
        html.Line("<section>").Element("h2", title);
        html.Table(table.Title, table.Columns, table.Rows.Select(row => (IReadOnlyList<Cell>)[.. row.Select(CellOf)]));
        foreach (var note in notes)
        {
            html.Element("p", note, "note");
        }

        html.Line("</section>");
    }

    private static Cell CellOf(string text) =>
        new(text, text.StartsWith('-') ? "negative" : text is "n/a" ? "missing" : null);
}
