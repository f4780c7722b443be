using System.Text.Json;

namespace Barter.Backtest.Reporting;

/// <summary>What became of the orders.</summary>
internal static class OrdersSection
{
    public static void Write(HtmlText html, JsonElement root)
    {
        if (root.At("run", "orders") is not { } orders)
        {
            return;
        }

        html.Line("<section id=\"orders\">").Element("h2", "Orders");
        if (orders.Number("sent") is null or 0m && !orders.Members("risk_refused").Any())
        {
            html.Element("p", "No order was sent.", "note").Line("</section>");
            return;
        }

        var sent = orders.Number("sent") ?? 0m;
        var rows = new List<IReadOnlyList<Cell>> { Row("Sent", sent, null) };
        string[] fates = ["filled", "cancelled", "expired", "open_at_end", "partly_filled"];
        rows.AddRange(fates.Where(key => orders.Number(key) is not null)
            .Select(key => Row(TitleOf(key), orders.Number(key)!.Value, sent)));
        rows.AddRange(orders.Members("rejected")
            .Select(row => Row($"Rejected: {row.Name}", JsonReading.AsNumber(row.Value) ?? 0m, sent)));
        rows.AddRange(orders.Members("risk_refused")
            .Select(row => Row($"Not sent, risk limit: {row.Name}", JsonReading.AsNumber(row.Value) ?? 0m, null)));
        html.Table("What became of the orders", ["", "Orders", "Of those sent"], rows);
        html.Definitions(Times(orders)).Line("</section>");
    }

    private static string TitleOf(string fate) => fate switch
    {
        "open_at_end" => "Still open in the end",
        "partly_filled" => "Of the above, traded in part",
        _ => Words.Title(fate),
    };

    private static IReadOnlyList<Cell> Row(string name, decimal count, decimal? of) =>
        [name, Words.Count(count), of is > 0m and { } sent ? Words.Percent(count / sent) : ""];

    private static IEnumerable<(string Name, string Value)> Times(JsonElement orders)
    {
        if (orders.Number("cancel_ratio") is { } ratio)
        {
            yield return ("Cancelled, of those sent", Words.Percent(ratio));
        }

        if (orders.Number("time_to_fill_median_ms") is { } median)
        {
            yield return ("Time to fill, median", Words.Millis(median));
        }

        if (orders.Number("time_to_fill_mean_ms") is { } mean)
        {
            yield return ("Time to fill, mean", Words.Millis(mean));
        }
    }
}
