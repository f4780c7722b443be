using Barter.Backtest.Recording;
using Barter.Model;

namespace Barter.Backtest.Reporting;

/// <summary>How often which return came: daily, or of a shorter time where there are too few days.</summary>
internal static class Histogram
{
    private const int ReturnsMin = 20;

    private static readonly (long Seconds, string Name)[] Steps =
    [
        (86_400, "a day"), (14_400, "four hours"), (3_600, "an hour"), (900, "15 minutes"), (300, "5 minutes"),
        (60, "a minute"), (10, "ten seconds"),
    ];

    public static void Write(HtmlText html, SeriesData series)
    {
        var (returns, name) = Steps
            .Select(step => (Returns: Returns(series.Equity, step.Seconds * Timestamp.NanosPerSecond), step.Name))
            .FirstOrDefault(row => row.Returns.Count >= ReturnsMin, ([], ""));
        if (returns.Count == 0 || returns.Min() == returns.Max())
        {
            return;
        }

        html.Line("<figure>")
            .Raw(Chart(returns, name, ChartSize.WideLow))
            .Raw(Chart(returns, name, ChartSize.NarrowLow))
            .Element(
                "figcaption",
                $"How often equity changed by how much in {name}: {Words.Count(returns.Count)} returns, "
                + $"the worst {Words.Percent(returns.Min())}, the best {Words.Percent(returns.Max())}.")
            .Line("</figure>");
    }

    /// <summary>Between the last values before round times; none where the series is coarser.</summary>
    private static List<decimal> Returns(IReadOnlyList<SeriesPoint> points, long step)
    {
        var returns = new List<decimal>();
        if (points.Count < 2 || points[1].Time.UnixNanos - points[0].Time.UnixNanos > step)
        {
            return returns;
        }

        var (before, last) = (points[0].First, points[0].First);
        var edge = ((points[0].Time.UnixNanos / step) + 1) * step;
        foreach (var point in points)
        {
            for (; point.Time.UnixNanos >= edge; edge += step)
            {
                if (before > 0m)
                {
                    returns.Add((last / before) - 1m);
                }

                before = last;
            }

            last = point.Last;
        }

        return returns;
    }

    private static string Chart(List<decimal> returns, string name, ChartSize size)
    {
        var width = Ticks.Step(returns.Max() - returns.Min(), size.TimeTicks * 2);
        var first = Math.Floor(returns.Min() / width);
        var bins = new int[(int)(Math.Floor(returns.Max() / width) - first) + 1];
        foreach (var value in returns)
        {
            bins[(int)(Math.Floor(value / width) - first)]++;
        }

        var scale = new ChartScale(Timestamp.Epoch, Timestamp.Epoch, 0m, bins.Max() * 1.05m);
        var chart = new SvgChart(size, scale, (value, places) => places == 0 ? Words.Count(value) : "");
        var each = chart.PlotWidth / bins.Length;
        var places = Ticks.Places(width * 100m);
        for (var i = 0; i < bins.Length; i++)
        {
            var (from, to) = (Percent((first + i) * width, places), Percent((first + i + 1) * width, places));
            var css = first + i < 0m ? "bar loss" : "bar";
            if (bins[i] > 0)
            {
                chart.Bar(css, chart.Left + (i * each) + 1, each - 2, bins[i], $"{from} to {to}: {bins[i]}");
            }
        }

        var every = Math.Max(1, (bins.Length + size.TimeTicks - 1) / size.TimeTicks);
        for (var i = 0; i <= bins.Length; i++)
        {
            if ((first + i) % every == 0m)
            {
                chart.Label(
                    HtmlText.Coordinate(chart.Left + (i * each)), Percent((first + i) * width, places));
            }
        }

        return chart.Rule().Build(
            $"Distribution of the returns of {name}",
            $"{returns.Count} returns from {Words.Percent(returns.Min())} to {Words.Percent(returns.Max())}; "
            + $"{returns.Count(value => value < 0m)} are losses.");
    }

    private static string Percent(decimal value, int places) => Words.Number(value * 100m, places) + " %";
}
