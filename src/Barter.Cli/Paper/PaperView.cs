using Barter.Cli.Terminal;
using Barter.Model;
using Spectre.Console;

namespace Barter.Cli.Paper;

/// <summary>What a frame looks like on a screen of a given size: a function of both, and of nothing else.</summary>
internal static class PaperView
{
    /// <summary>From here on there is room for two columns.</summary>
    private const int WidthOfTwo = 110;
    private const int Gap = 4;
    private const int BarMax = 30;

    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Dim = new(decoration: Decoration.Dim);
    private static readonly Style Bar = new(Color.Green);

    /// <summary>So many lines as there is room for, each as wide at most.</summary>
    public static IReadOnlyList<ViewLine> Of(PaperFrame frame, int width, int height)
    {
        ViewLine[] head = [Title(frame, width), Progress(frame, width), new ViewLine()];
        var below = width < WidthOfTwo
            ? OneColumn(frame, width, height - head.Length)
            : TwoColumns(frame, width, height - head.Length);
        return [.. head.Take(height), .. below];
    }

    private static IReadOnlyList<ViewLine> OneColumn(PaperFrame frame, int width, int height) => ViewStack.Of(
        height,
        PaperTables.Instruments(frame.State).Lines(width),
        PaperTables.Links(frame.State).Lines(width),
        PaperTables.Orders(frame.State).Lines(width),
        PaperTables.Fills(frame).Lines(width),
        PaperTables.Balances(frame.State).Lines(width));

    private static IReadOnlyList<ViewLine> TwoColumns(PaperFrame frame, int width, int height)
    {
        var instruments = PaperTables.Instruments(frame.State).Lines(width);
        var top = ViewStack.Of(Math.Min(instruments.Count, (height + 1) / 2), instruments);
        var below = height - top.Count - 1;
        if (below <= 0)
        {
            return top;
        }

        var links = PaperTables.Links(frame.State).Lines(width / 2);
        var balances = PaperTables.Balances(frame.State).Lines(width / 2);
        var left = links.Concat(balances).Max(line => line.Length);
        var right = width - left - Gap;
        return
        [
            .. top,
            new ViewLine(),
            .. Beside(
                left + Gap,
                ViewStack.Of(below, links, balances),
                ViewStack.Of(
                    below, PaperTables.Orders(frame.State).Lines(right), PaperTables.Fills(frame).Lines(right))),
        ];
    }

    private static ViewLine Title(PaperFrame frame, int width)
    {
        var isTrading = frame.State.Trading == TradingState.Enabled;
        var time = frame.State.Time.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm:ss", null);
        return Fitting(
            width,
            ViewLine.Of("barter paper", Bold),
            ViewLine.Of(frame.Strategy),
            ViewLine.Of($"{time} UTC", Bold),
            ViewLine.Of(frame.Speed),
            isTrading ? ViewLine.Of("trading") : ViewLine.Of("trading is disabled", PaperTables.Bad),
            ViewLine.Of(string.Create(null, $"running {frame.Running:hh\\:mm\\:ss}"), Dim));
    }

    private static ViewLine Progress(PaperFrame frame, int width)
    {
        var bar = new ViewLine();
        if (frame.Share is { } share)
        {
            var length = Math.Min(BarMax, width / 4);
            var done = (int)(Math.Clamp(share, 0, 1) * length);
            bar.Add(new string('━', done), Bar)
                .Add(new string('─', length - done), Dim)
                .Add(string.Create(null, $" {(int)(share * 100),3} %"));
        }

        return Fitting(
            width,
            bar,
            PaperTables.Profit(frame.State),
            ViewLine.Of(string.Create(null, $"{frame.Events:N0} events, {Rate(frame.EventsPerSecond)}/s")),
            ViewLine.Of(frame.FollowsFills ? string.Create(null, $"{frame.FillCount:N0} fills") : ""),
            ViewLine.Of("Ctrl+C ends with a summary", Dim));
    }

    private static string Rate(double perSecond) => perSecond.ToString(perSecond < 10 ? "0.0" : "N0", null);

    /// <summary>What there is room for, the first things first.</summary>
    private static ViewLine Fitting(int width, params ViewLine[] parts)
    {
        var line = new ViewLine();
        foreach (var part in parts)
        {
            var gap = line.Length == 0 || part.Length == 0 ? 0 : 2;
            if (line.Length == 0 || line.Length + gap + part.Length <= width)
            {
                line.Add(new string(' ', gap)).Add(part);
            }
        }

        return line.FitTo(width);
    }

    private static IEnumerable<ViewLine> Beside(
        int width, IReadOnlyList<ViewLine> left, IReadOnlyList<ViewLine> right)
    {
        for (var at = 0; at < Math.Max(left.Count, right.Count); at++)
        {
            var line = new ViewLine().Add(at < left.Count ? left[at] : new ViewLine());
            yield return at < right.Count ? line.PadTo(width).Add(right[at]) : line;
        }
    }
}
