using System.Text.Json;

namespace Barter.Backtest.Reporting;

/// <summary>The sheet of the whole portfolio, whatever figures it has.</summary>
internal static class PortfolioSection
{
    public static void Write(HtmlText html, JsonElement root, SeriesData series)
    {
        var rows = root.Members("portfolio")
            .Where(row => row.Name is not ("currency" or "undefined" or "months" or "years" or "drawdowns"))
            .Select(row => (MetricText.Title(row), MetricText.Of(root.At("portfolio")!.Value, row.Name, row.Value)))
            .ToArray();
        if (rows.Length == 0)
        {
            return;
        }

        html.Line("<section id=\"portfolio\">").Element("h2", "The whole portfolio").Tiles("facts", rows);
        WriteDrawdowns(html, root);
        html.Element("p", $"Money is in {root.Text("portfolio", "currency") ?? series.Asset}.", "note")
            .Line("</section>");
    }

    private static void WriteDrawdowns(HtmlText html, JsonElement root)
    {
        var rows = root.Items("portfolio", "drawdowns")
            .Where(fall => fall.Number("value") is not null)
            .Select(fall => (IReadOnlyList<Cell>)
            [
                Words.Percent(fall.Number("value")!.Value),
                TimeOf(fall, "time_peak"), TimeOf(fall, "time_valley"), TimeOf(fall, "time_recovery"),
                fall.Number("duration_ms") is { } millis ? Words.Millis(millis) : "",
            ])
            .ToArray();
        if (rows.Length > 0)
        {
            html.Table("The deepest drawdowns", ["Depth", "Peak", "Valley", "Recovered", "Length"], rows);
        }
    }

    private static string TimeOf(JsonElement fall, string key) =>
        fall.Time(key) is { } time ? Words.Time(time) : "not yet";
}
