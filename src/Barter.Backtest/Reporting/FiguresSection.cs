using System.Text.Json;

namespace Barter.Backtest.Reporting;

/// <summary>The figures that one looks for first.</summary>
internal static class FiguresSection
{
    public static void Write(HtmlText html, JsonElement root, SeriesData series)
    {
        html.Line("<section id=\"figures\">").Element("h2", "Key figures")
            .Tiles("tiles", Tiles(root, series))
            .Line("</section>");
    }

    private static IEnumerable<(string Name, Cell Cell)> Tiles(JsonElement root, SeriesData series)
    {
        var start = root.Number("portfolio", "nav_start") ?? First(series);
        var end = root.Number("portfolio", "nav_end") ?? Last(series);
        if (end is { } worth)
        {
            yield return ("Equity at the end", new Cell(Words.Amount(worth), Note: series.Asset));
        }

        if ((root.Number("portfolio", "total_return") ?? Growth(start, end)) is { } growth)
        {
            var change = start is { } from && end is { } to ? Words.Signed(Words.Amount(to - from), to - from) : null;
            yield return ("Return", Signed(growth) with { Note = change });
        }

        if ((root.Number("portfolio", "drawdown_max") ?? Drawdown(series)) is { } drawdown)
        {
            yield return ("Deepest drawdown", new Cell(Words.Percent(drawdown)));
        }

        foreach (var key in (string[])["sharpe_ratio", "sortino_ratio"])
        {
            if (root.At("portfolio") is { } portfolio && portfolio.At(key) is { } metric)
            {
                yield return (Words.Title(key), MetricText.Of(portfolio, key, metric));
            }
        }

        yield return ("Fills", Count(root, "fills"));
        yield return ("Positions closed", new Cell(Words.Count(
            root.Members("instruments").Sum(row => row.Value.Number("positions_closed") ?? 0m))));
        if (WinRate(root) is { } rate)
        {
            yield return ("Won", new Cell(Words.Percent(rate), Note: "of the closed positions"));
        }
    }

    private static Cell Signed(decimal growth) =>
        Cell.Of(Words.Signed(Words.Percent(growth), growth), growth);

    private static Cell Count(JsonElement root, string key) => root.Number("run", key) is { } count
        ? new Cell(Words.Count(count), Note: root.Number("run", "orders_sent") is { } sent
            ? $"of {Words.Count(sent)} orders"
            : null)
        : Cell.Missing(null);

    private static decimal? WinRate(JsonElement root)
    {
        var closed = root.Members("instruments").Sum(row => row.Value.Number("positions_closed") ?? 0m);
        var wins = root.Members("instruments").Sum(row => row.Value.Number("wins") ?? 0m);
        return closed == 0m ? null : wins / closed;
    }

    private static decimal? First(SeriesData series) => series.Equity.Count > 0 ? series.Equity[0].First : null;

    private static decimal? Last(SeriesData series) => series.Equity.Count > 0 ? series.Equity[^1].Last : null;

    private static decimal? Growth(decimal? start, decimal? end) => start > 0m ? (end / start) - 1m : null;

    private static decimal? Drawdown(SeriesData series) => series.Equity.Count > 0 ? series.Drawdown : null;
}
