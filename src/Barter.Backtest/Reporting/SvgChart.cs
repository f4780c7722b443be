using System.Globalization;
using System.Text;
using Barter.Model;

namespace Barter.Backtest.Reporting;

/// <summary>A chart over time, drawn by hand: axes at round values, and what is put on them.</summary>
internal sealed class SvgChart
{
    private const int Top = 12;
    private const int Bottom = 26;
    private const int Right = 22;

    /// <summary>The same for charts whose labels are short, so that their times stand below one another.</summary>
    private const int LeftMin = 56;
    private const int LetterWidth = 7;

    /// <summary>From here on marks are smaller.</summary>
    private const int CrowdMin = 100;

    private readonly StringBuilder _svg = new();
    private readonly ChartSize _size;
    private readonly ChartScale _scale;
    private readonly int _left;

    public SvgChart(ChartSize size, ChartScale scale, Func<decimal, int, string> label)
    {
        (_size, _scale) = (size, scale);
        var step = Ticks.Step(scale.High - scale.Low, size.ValueTicks);
        var marks = Ticks.Values(scale.Low, scale.High, step)
            .Select(value => (Value: value, Label: label(value, Ticks.Places(step))))
            .ToArray();
        _left = Math.Max(LeftMin, 12 + (LetterWidth * marks.Select(mark => mark.Label.Length).DefaultIfEmpty(1).Max()));
        foreach (var (value, text) in marks)
        {
            var y = Coordinate(Y(value));
            Draw($"<path class=\"grid\" d=\"M{_left} {y}H{size.Width - Right}\" />");
            Draw($"<text class=\"value\" x=\"{_left - 8}\" y=\"{Coordinate(Y(value) + 4)}\">");
            Draw($"{HtmlText.Escape(text)}</text>\n");
        }
    }

    public double PlotWidth => _size.Width - Right - _left;

    public double Baseline => _size.Height - Bottom;

    public int Left => _left;

    public double X(Timestamp time)
    {
        var share = (double)(time.UnixNanos - _scale.First.UnixNanos)
            / Math.Max(1L, _scale.Last.UnixNanos - _scale.First.UnixNanos);
        return _left + (share * PlotWidth);
    }

    public double Y(decimal value)
    {
        var share = (double)((value - _scale.Low) / (_scale.High - _scale.Low));
        return Baseline - (share * (Baseline - Top));
    }

    public SvgChart TimeAxis()
    {
        foreach (var (time, label) in Ticks.Times(_scale.First, _scale.Last, _size.TimeTicks))
        {
            var x = Coordinate(X(time));
            Draw($"<path class=\"tick\" d=\"M{x} {Baseline}v5\" />");
            Label(x, label);
        }

        return Rule();
    }

    /// <summary>The line below the plot.</summary>
    public SvgChart Rule()
    {
        Draw($"<path class=\"axis\" d=\"M{_left} {Coordinate(Baseline)}H{_size.Width - Right}\" />\n");
        return this;
    }

    public SvgChart Label(string x, string text)
    {
        Draw($"<text class=\"time\" x=\"{x}\" y=\"{_size.Height - 6}\">{HtmlText.Escape(text)}</text>\n");
        return this;
    }

    public SvgChart Level(decimal value)
    {
        Draw($"<path class=\"level\" d=\"M{_left} {Coordinate(Y(value))}H{_size.Width - Right}\" />\n");
        return this;
    }

    public SvgChart Line(string css, IEnumerable<(Timestamp Time, decimal Value)> points) =>
        Path(css, Joined(points.Select(point => (X(point.Time), Y(point.Value)))));

    /// <summary>What lies between two lines.</summary>
    public SvgChart Band(string css, IReadOnlyList<(Timestamp Time, decimal Low, decimal High)> points)
    {
        var upper = points.Select(point => (X(point.Time), Y(point.High)));
        var lower = points.Reverse().Select(point => (X(point.Time), Y(point.Low)));
        return Path(css, Joined(upper.Concat(lower)) + "z");
    }

    public SvgChart Bar(string css, double x, double width, decimal value, string title)
    {
        var height = Baseline - Y(value);
        Draw($"<rect class=\"{css}\" x=\"{Coordinate(x)}\" y=\"{Coordinate(Y(value))}\" ");
        Draw($"width=\"{Coordinate(width)}\" height=\"{Coordinate(height)}\">");
        Draw($"<title>{HtmlText.Escape(title)}</title></rect>\n");
        return this;
    }

    /// <summary>Triangles that touch their price from below, or from above; those on one another are one.</summary>
    public SvgChart Markers(string css, bool isFromBelow, IReadOnlyCollection<(Timestamp Time, decimal Value)> points)
    {
        var half = points.Count > CrowdMin ? 3 : 4;
        var shape = string.Create(null, $"l-{half} {(isFromBelow ? "" : "-")}{2 * half}h{2 * half}z");
        var drawn = new SortedSet<(int, int)>();
        var path = new StringBuilder();
        foreach (var (time, value) in points)
        {
            var (x, y) = ((int)Math.Round(X(time)), (int)Math.Round(Y(value)));
            if (drawn.Add((x, y)))
            {
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}{shape}");
            }
        }

        return path.Length == 0 ? this : Path(css, path.ToString());
    }

    /// <param name="title">What it shows.</param>
    /// <param name="description">What one would see.</param>
    public string Build(string title, string description) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{_size.Css}\" role=\"img\" "
        + string.Create(null, $"viewBox=\"0 0 {_size.Width} {_size.Height}\">\n")
        + $"<title>{HtmlText.Escape(title)}</title><desc>{HtmlText.Escape(description)}</desc>\n{_svg}</svg>\n";

    private static string Coordinate(double value) => HtmlText.Coordinate(value);

    private static string Joined(IEnumerable<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Coordinate(x)).Append(' ').Append(Coordinate(y));
        }

        return path.ToString();
    }

    private void Draw(FormattableString markup) => _svg.Append(FormattableString.Invariant(markup));

    private SvgChart Path(string css, string path)
    {
        Draw($"<path class=\"{css}\" d=\"{path}\" />\n");
        return this;
    }
}
