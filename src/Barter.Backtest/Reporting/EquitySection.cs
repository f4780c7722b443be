using Barter.Backtest.Recording;

namespace Barter.Backtest.Reporting;

/// <summary>Equity and drawdown over time.</summary>
internal static class EquitySection
{
    public static void Write(HtmlText html, SeriesData series)
    {
        if (series.Equity.Count < 2)
        {
            return;
        }

        html.Line("<section id=\"equity\">").Element("h2", "Equity and drawdown");
        html.Line("<figure>").Raw(Equity(series, ChartSize.Wide)).Raw(Equity(series, ChartSize.Narrow));
        html.Element(
            "figcaption",
            $"Worth of all balances in {series.Asset}, at the last prices: what was held from the start counts too, "
            + "and moves without a trade. The dotted line is the worth at the start.").Line("</figure>");
        if (series.Drawdown > 0m)
        {
            html.Line("<figure>").Raw(Fall(series, ChartSize.WideFlat)).Raw(Fall(series, ChartSize.NarrowFlat));
            html.Element("figcaption", "Below the highest worth so far. Every moment counts here; the figures of the "
                + "summary count once a minute and after each fill.").Line("</figure>");
        }

        html.Line("</section>");
    }

    private static string Equity(SeriesData series, ChartSize size)
    {
        var points = SeriesData.Thinned(series.Equity, size.PointsMax);
        var (start, end) = (points[0].First, points[^1].Last);
        var scale = Scale(points, points.Min(point => point.Low), points.Max(point => point.High));
        return new SvgChart(size, scale, Words.Number)
            .Level(start)
            .Band("band", [.. points.Select(point => (point.Time, point.Low, point.High))])
            .Line("line", points.Select(point => (point.Time, point.Last)))
            .TimeAxis()
            .Build(
                $"Equity in {series.Asset}",
                $"From {Words.Amount(start)} on {Words.Time(points[0].Time)} to {Words.Amount(end)} on "
                + $"{Words.Time(points[^1].Time)}; at least {Words.Amount(points.Min(point => point.Low))}, "
                + $"at most {Words.Amount(points.Max(point => point.High))}.");
    }

    private static string Fall(SeriesData series, ChartSize size)
    {
        var points = SeriesData.Thinned(series.Equity, size.PointsMax);
        var deepest = points.MaxBy(point => point.Drawdown);
        var scale = new ChartScale(points[0].Time, points[^1].Time, -deepest.Drawdown * 1.05m, 0m);
        return new SvgChart(size, scale, (value, places) => Words.Number(value * 100m, Math.Max(0, places - 2)) + " %")
            .Band("fall", [.. points.Select(point => (point.Time, -point.Drawdown, 0m))])
            .Line("fall-line", points.Select(point => (point.Time, -point.Drawdown)))
            .TimeAxis()
            .Build(
                "Drawdown", $"Deepest {Words.Percent(deepest.Drawdown)}, on {Words.Time(deepest.Time)}.");
    }

    private static ChartScale Scale(IReadOnlyList<SeriesPoint> points, decimal low, decimal high) =>
        ChartScale.Around(points[0].Time, points[^1].Time, low, high);
}
