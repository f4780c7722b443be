namespace Barter.Backtest.Reporting;

/// <summary>A result as one HTML page that needs nothing else: no script, no font, no picture, no network.</summary>
public static class HtmlReport
{
    /// <summary>The same result gives the same bytes. The page is well-formed XML as well.</summary>
    public static string Write(StoredResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var root = result.Root;
        var series = new SeriesData(root);
        var title = root.Text("run", "id") is { } id and not "backtest" ? $"Backtest {id}" : "Backtest";
        var html = new HtmlText();
        Begin(html, title);
        html.Line("<header>").Element("h1", title).Element("p", Subtitle(result), "period").Line("</header>");
        AssumptionsSection.Write(html, root, series);
        FiguresSection.Write(html, root, series);
        EquitySection.Write(html, series);
        ReturnsSection.Write(html, root, series);
        TradesSection.Write(html, series);
        PortfolioSection.Write(html, root, series);
        SheetsSection.Write(html, root);
        OrdersSection.Write(html, root);
        html.Element("footer", "Times are in UTC. Made by barter from the result's JSON.");
        return html.Line("</main></body></html>").ToString();
    }

    /// <summary>All that stands before the first heading.</summary>
    internal static HtmlText Begin(HtmlText html, string title) => html
        .Line("<!DOCTYPE html>")
        .Line("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head>")
        .Line("<meta charset=\"utf-8\" />")
        .Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />")
        .Line("<meta name=\"color-scheme\" content=\"light dark\" />")
        .Raw("<meta http-equiv=\"Content-Security-Policy\" ")
        .Line("content=\"default-src 'none'; style-src 'unsafe-inline'\" />")
        .Element("title", title)
        .Raw("<style>").Raw(ReportStyle.Css).Line("</style></head><body><main>");

    private static string Subtitle(StoredResult result)
    {
        var root = result.Root;
        var period = (root.Time("time_engine_start"), root.Time("time_engine_end")) is ({ } start, { } end)
            ? $"{Words.Time(start)} to {Words.Time(end)} UTC, {Words.Length(end - start)}"
            : "";
        return root.Text("run", "strategy") is { } strategy ? $"{strategy}: {period}" : period;
    }
}
