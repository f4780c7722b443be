using Barter.Backtest.Reporting;
using Barter.Backtest.Sweeps;

namespace Barter.Cli.Sweeps;

/// <summary>The score by two parameters; of all others the best is taken.</summary>
internal static class HeatMap
{
    private const int Width = 960;
    private const int Left = 90;
    private const int Top = 10;
    private const int CellHeight = 34;
    private const int LabelMin = 52;
    private const int LabelsMax = 18;
    private const int CellsMax = 20_000;

    public static void Write(HtmlText html, SweepResult result)
    {
        var ranges = result.Space.Ranges.Where(range => range.Values.Count > 1).Take(2).ToArray();
        if (ranges.Length < 2 || ranges[0].Values.Count * ranges[1].Values.Count > CellsMax)
        {
            return;
        }

        var (across, down) = ranges[0].Values.Count >= ranges[1].Values.Count
            ? (ranges[0], ranges[1])
            : (ranges[1], ranges[0]);
        var scores = Scores(result, across, down);
        var rank = SweepPage.Word(result.Request.Rank);
        var title = $"{char.ToUpperInvariant(rank[0])}{rank[1..]} by {across.Name} and {down.Name}";
        html.Line("<section>").Element("h2", title);
        html.Line("<div class=\"scroll\" tabindex=\"0\"><figure>");
        Draw(html, result, across, down, scores);
        html.Line("</figure></div>");
        html.Element(
            "p",
            $"{across.Name} goes across, {down.Name} down. Blue is above 0, red below; the stronger, the farther. "
            + "An empty cell was not run, or has no figure. The best has a frame."
            + (result.Space.Ranges.Count > 2 ? " Of the other parameters the best is shown." : ""),
            "note");
        html.Line("</section>");
    }

    private static decimal?[,] Scores(SweepResult result, ParameterRange across, ParameterRange down)
    {
        var scores = new decimal?[across.Values.Count, down.Values.Count];
        var columns = Places(across);
        var rows = Places(down);
        foreach (var trial in result.Ranked)
        {
            if (trial.Score(result.Request.Rank) is { } score)
            {
                var x = trial.Parameters.Where(columns.ContainsKey).Select(row => columns[row]).First();
                var y = trial.Parameters.Where(rows.ContainsKey).Select(row => rows[row]).First();
                scores[x, y] ??= score;
            }
        }

        return scores;
    }

    private static Dictionary<string, int> Places(ParameterRange range) =>
        Enumerable.Range(0, range.Values.Count).ToDictionary(range.Assignment, StringComparer.Ordinal);

    private static void Draw(
        HtmlText html, SweepResult result, ParameterRange across, ParameterRange down, decimal?[,] scores)
    {
        var width = (double)(Width - Left) / across.Values.Count;
        var height = Top + (CellHeight * down.Values.Count) + 30;
        var strongest = scores.Cast<decimal?>().Max(score => Math.Abs(score ?? 0m));
        var best = scores.Cast<decimal?>().Max();
        html.Raw($"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\" style=\"min-width:640px\">")
            .Raw($"<title>{HtmlText.Escape($"{across.Name} across, {down.Name} down")}</title>\n");
        for (var y = 0; y < down.Values.Count; y++)
        {
            var top = Top + (y * CellHeight);
            html.Raw($"<text class=\"value\" x=\"{Left - 8}\" y=\"{top + 21}\">").Text(down.Values[y]).Line("</text>");
            for (var x = 0; x < across.Values.Count; x++)
            {
                if (scores[x, y] is { } score)
                {
                    var share = strongest == 0m ? 0d : (double)(Math.Abs(score) / strongest);
                    var title = $"{across.Assignment(x)} {down.Assignment(y)}: {Text(result, score)}";
                    Square(html, Left + (x * width), top, width, share, score, score == best, title);
                    if (width >= LabelMin)
                    {
                        Label(html, Left + ((x + 0.5) * width), top + 21, Text(result, score));
                    }
                }
            }
        }

        var every = Math.Max(1, (int)Math.Ceiling(across.Values.Count / (double)LabelsMax));
        for (var x = 0; x < across.Values.Count; x += every)
        {
            Label(html, Left + ((x + 0.5) * width), height - 10, across.Values[x]);
        }

        html.Line("</svg>");
    }

    private static void Square(
        HtmlText html, double x, int y, double width, double share, decimal score, bool isBest, string title)
    {
        var fill = score < 0m ? "var(--fall)" : "var(--line)";
        var frame = isBest ? ";stroke:var(--ink);stroke-width:2" : "";
        var strength = HtmlText.Coordinate(10d * (0.08 + (0.72 * share)));
        html.Raw($"<rect x=\"{HtmlText.Coordinate(x + 1)}\" y=\"{y + 1}\" ")
            .Raw($"width=\"{HtmlText.Coordinate(Math.Max(1, width - 2))}\" height=\"{CellHeight - 2}\" ")
            .Raw($"style=\"fill:{fill};fill-opacity:calc({strength}/10){frame}\">")
            .Line($"<title>{HtmlText.Escape(title)}</title></rect>");
    }

    private static void Label(HtmlText html, double x, int y, string text) =>
        html.Raw($"<text class=\"time\" style=\"fill:var(--ink)\" x=\"{HtmlText.Coordinate(x)}\" y=\"{y}\">")
            .Text(text).Line("</text>");

    private static string Text(SweepResult result, decimal score) => result.Request.Rank switch
    {
        SweepRank.Return or SweepRank.Drawdown => SweepPage.Percent(score),
        SweepRank.Pnl => Words.Number(score, 0),
        _ => Words.Number(score, 3),
    };
}
