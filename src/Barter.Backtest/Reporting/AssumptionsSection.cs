using System.Text.Json;

namespace Barter.Backtest.Reporting;

/// <summary>What the run took for granted, and what was missing in its data: to be read before any figure.</summary>
internal static class AssumptionsSection
{
    private const string FillModel =
        "Orders trade against the recorded market and never move it. An arriving order trades at the best opposite "
        + "quote, up to the amount displayed; where no quote was ever seen, in full at the last price. A resting order "
        + "trades at its limit once the market reaches it and the queue ahead is served.";

    public static void Write(HtmlText html, JsonElement root, SeriesData series)
    {
        html.Line("<section id=\"assumptions\">").Element("h2", "Assumptions and data");
        html.Definitions(Rows(root)).Element("p", FillModel, "note");
        var gaps = Gaps(root, series).ToArray();
        if (gaps.Length == 0)
        {
            html.Element("p", "Nothing was missing or odd in the data.", "note");
        }
        else
        {
            html.Line("<ul class=\"gaps\">");
            foreach (var gap in gaps)
            {
                html.Element("li", gap);
            }

            html.Line("</ul>");
        }

        if (root.Text("run", "audit_digest") is { } digest)
        {
            html.Element("p", $"Digest of all steps: {digest}", "digest");
        }

        html.Line("</section>");
    }

    private static IEnumerable<(string Name, string Value)> Rows(JsonElement root)
    {
        if (root.Text("run", "strategy") is { } strategy)
        {
            var given = root.Items("run", "assumptions", "parameters").Select(item => item.ToString()).ToArray();
            yield return ("Strategy", given.Length == 0 ? strategy : $"{strategy} ({string.Join(", ", given)})");
        }

        if (root.Text("run", "assumptions", "source") is { } source)
        {
            var events = root.Number("run", "market_events");
            yield return ("Market data", events is { } count ? $"{source}, {Words.Count(count)} events" : source);
        }

        foreach (var exchange in root.Members("run", "assumptions", "exchanges"))
        {
            yield return ($"Fees on {exchange.Name}", Fees(exchange.Value));
            yield return ($"Latency to {exchange.Name}", Latency(exchange.Value));
        }

        if (root.Number("run", "risk_free_return") is { } riskFree)
        {
            yield return ("Risk-free return", $"{Words.Percent(riskFree)} a year");
        }

        if (root.Text("run", "interval") is { } interval)
        {
            yield return ("Ratios stated for", interval);
        }
    }

    private static string Fees(JsonElement exchange) =>
        (exchange.Number("maker_fees_percent"), exchange.Number("taker_fees_percent")) switch
        {
            ({ } maker, { } taker) when maker == taker => $"{Model.DecimalText.Format(taker)}\u00a0% of what is traded",
            ({ } maker, { } taker) =>
                $"{Model.DecimalText.Format(maker)}\u00a0% making, {Model.DecimalText.Format(taker)}\u00a0% taking",
            _ => Words.NotAvailable,
        };

    private static string Latency(JsonElement exchange) => exchange.Number("latency_ms") is { } millis
        ? $"{Model.DecimalText.Format(millis)} ms from sending a request to hearing of it"
        : Words.NotAvailable;

    private static IEnumerable<string> Gaps(JsonElement root, SeriesData series)
    {
        var data = root.At("run", "data") ?? root;
        if (root.Text("run", "fault") is { } fault)
        {
            yield return $"The run failed and trading was disabled from then on: {fault}";
        }

        if (data.Number("reconnects") is > 0m and { } reconnects)
        {
            yield return $"The link to market data was lost {Times(reconnects)}.";
        }

        if (data.Number("errors") is > 0m and { } errors)
        {
            yield return $"{Items(errors, "was an error", "were errors")} and skipped.";
        }

        if (data.Number("late") is > 0m and { } late)
        {
            var by = data.Number("late_by_ms") is { } millis ? $", by up to {Words.Millis(millis)}" : "";
            yield return $"{Items(late, "came", "came")} out of order{by}.";
        }

        if (series.Unpriced.Count > 0)
        {
            yield return $"No price was seen for {string.Join(", ", series.Unpriced)}: not part of the equity.";
        }

        if (series.FillsLeftOut > 0m)
        {
            yield return $"The charts show the first {series.Fills.Count} fills; "
                + $"{Words.Count(series.FillsLeftOut)} later ones are left out.";
        }

        if (!series.IsRecorded)
        {
            yield return "The run recorded no series, so there are no charts; run it with --series to have them.";
        }
    }

    private static string Times(decimal count) => count == 1m ? "once" : $"{Words.Count(count)} times";

    private static string Items(decimal count, string one, string many) =>
        count == 1m ? $"One item of the data {one}" : $"{Words.Count(count)} items of the data {many}";
}
