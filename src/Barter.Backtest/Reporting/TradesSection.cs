using Barter.Backtest.Recording;

namespace Barter.Backtest.Reporting;

/// <summary>The price of each instrument that traded, and where it was bought and sold.</summary>
internal static class TradesSection
{
    private const int RowsMax = 200;

    public static void Write(HtmlText html, SeriesData series)
    {
        if (series.Fills.Count == 0)
        {
            return;
        }

        html.Line("<section id=\"trades\">").Element("h2", "Trades");
        html.Line("<p class=\"legend\"><span class=\"buy-key\">▲</span> bought "
            + "<span class=\"sell-key\">▼</span> sold</p>");
        foreach (var (instrument, points) in series.Prices.Where(row => row.Points.Count > 1))
        {
            var fills = series.Fills
                .Where(fill => string.Equals(fill.Instrument, instrument, StringComparison.Ordinal))
                .ToArray();
            if (fills.Length > 0)
            {
                html.Element("h3", instrument).Line("<figure>");
                html.Raw(Chart(instrument, points, fills, ChartSize.Wide));
                html.Raw(Chart(instrument, points, fills, ChartSize.Narrow)).Line("</figure>");
            }
        }

        WriteTable(html, series);
        html.Line("</section>");
    }

    private static string Chart(
        string instrument, IReadOnlyList<SeriesPoint> all, FillRow[] fills, ChartSize size)
    {
        var points = SeriesData.Thinned(all, size.PointsMax);
        var (first, last) = (points[0].Time, points[^1].Time);
        var low = Math.Min(points.Min(point => point.Low), fills.Min(fill => fill.Price));
        var high = Math.Max(points.Max(point => point.High), fills.Max(fill => fill.Price));
        var (bought, sold) = (fills.Where(fill => fill.IsBuy).ToArray(), fills.Where(fill => !fill.IsBuy).ToArray());
        return new SvgChart(size, ChartScale.Around(first, last, low, high), Words.Number)
            .Band("band", [.. points.Select(point => (point.Time, point.Low, point.High))])
            .Line("price", points.Select(point => (point.Time, point.Last)))
            .Markers("buy", isFromBelow: true, [.. bought.Select(fill => (fill.Time, fill.Price))])
            .Markers("sell", isFromBelow: false, [.. sold.Select(fill => (fill.Time, fill.Price))])
            .TimeAxis()
            .Build(
                $"Price of {instrument}, with what was traded",
                $"{bought.Length} times bought and {sold.Length} times sold, at prices from "
                + $"{Words.Amount(fills.Min(fill => fill.Price))} to {Words.Amount(fills.Max(fill => fill.Price))}.");
    }

    private static void WriteTable(HtmlText html, SeriesData series)
    {
        var rows = series.Fills.Take(RowsMax).Select(fill => (IReadOnlyList<Cell>)
        [
            Words.Time(fill.Time), new Cell(fill.Instrument, "words"), new Cell(fill.IsBuy ? "buy" : "sell", "words"),
            Words.Amount(fill.Price), Model.DecimalText.Format(fill.Quantity), Words.Amount(fill.Price * fill.Quantity),
            Words.Amount(fill.Fees),
        ]);
        var all = Words.Count(series.Fills.Count + series.FillsLeftOut);
        var title = series.Fills.Count + series.FillsLeftOut > RowsMax
            ? $"The first {RowsMax} of {all} fills"
            : $"All {all} fills";
        html.Line("<details>").Element("summary", title)
            .Table(title, ["Time (UTC)", "Instrument", "Side", "Price", "Quantity", "Value", "Fees"], rows)
            .Line("</details>");
    }
}
