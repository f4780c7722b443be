using System.Text.Json;

namespace Barter.Backtest.Reporting;

/// <summary>The tear sheets of instruments and of assets, side by side.</summary>
internal static class SheetsSection
{
    public static void Write(HtmlText html, JsonElement root)
    {
        Write(
            html, root, "instruments", "Instruments",
            "Money is in the asset in which the instrument's profit is counted.");
        Write(html, root, "assets", "Assets", "Every change of a balance counts, deposits and trades alike.");
    }

    private static void Write(HtmlText html, JsonElement root, string key, string title, string note)
    {
        var sheets = root.Members(key).Where(sheet => sheet.Value.ValueKind == JsonValueKind.Object).ToArray();
        if (sheets.Length == 0)
        {
            return;
        }

        var metrics = sheets.SelectMany(sheet => sheet.Value.EnumerateObject())
            .Where(row => row.Name is not ("undefined" or "trades"))
            .DistinctBy(row => row.Name, StringComparer.Ordinal)
            .Select(row => row.Name);
        var rows = metrics.Select(metric => (IReadOnlyList<Cell>)
        [
            Title(sheets, metric), .. sheets.Select(sheet => CellOf(sheet.Value, metric)),
        ]);
        html.Line($"<section id=\"{key}\">").Element("h2", title)
            .Table($"Sheet by {key[..^1]}", ["", .. sheets.Select(sheet => sheet.Name)], rows);
        WriteTrades(html, sheets);
        html.Element("p", note, "note").Line("</section>");
    }

    private static void WriteTrades(HtmlText html, JsonProperty[] sheets)
    {
        var trades = sheets
            .Select(sheet => (sheet.Name, Sheet: sheet.Value.At("trades")))
            .Where(row => row.Sheet is { ValueKind: JsonValueKind.Object })
            .ToArray();
        if (trades.Length == 0)
        {
            return;
        }

        var rows = trades[0].Sheet!.Value.EnumerateObject()
            .Where(row => row.Name is not ("undefined" or "long" or "short"))
            .Select(row => (IReadOnlyList<Cell>)
            [
                Words.Title(row.Name), .. trades.Select(trade => CellOf(trade.Sheet!.Value, row.Name)),
            ]);
        html.Table("Closed positions", ["", .. trades.Select(trade => trade.Name)], rows);
    }

    private static string Title(JsonProperty[] sheets, string metric)
    {
        var interval = sheets
            .Select(sheet => sheet.Value.Text(metric, "interval"))
            .FirstOrDefault(text => text is not null);
        return interval is null ? Words.Title(metric) : $"{Words.Title(metric)}, {interval}";
    }

    private static Cell CellOf(JsonElement sheet, string metric) => sheet.At(metric) is { } value
        ? MetricText.Of(sheet, metric, value)
        : MissingCell(sheet, metric);

    /// <summary>A drawdown without a reason is one that never was.</summary>
    private static Cell MissingCell(JsonElement sheet, string metric) =>
        sheet.Text("undefined", metric) is null && metric.Contains("drawdown", StringComparison.Ordinal)
            ? new Cell("none", "missing")
            : Cell.Missing(sheet.Text("undefined", metric));
}
