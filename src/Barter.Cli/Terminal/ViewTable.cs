using Spectre.Console;

namespace Barter.Cli.Terminal;

/// <summary>A table without borders that leaves out columns where there is no room.</summary>
/// <param name="columns">The first is the name of the rows and always there.</param>
internal sealed class ViewTable(params ViewTable.Column[] columns)
{
    private const int Gap = 2;
    private static readonly Style Heading = new(decoration: Decoration.Bold);

    private readonly List<Cell[]> _rows = [];

    public void Row(params Cell[] cells) => _rows.Add(cells);

    /// <summary>The heading, and then a line for each row.</summary>
    public IReadOnlyList<ViewLine> Lines(int width)
    {
        var widths = columns
            .Select((column, at) => _rows.Select(row => row[at].Text.Length).Append(column.Title.Length).Max())
            .ToArray();
        var shown = Enumerable.Range(0, columns.Length).ToList();
        while (shown.Count > 1 && shown.Sum(at => widths[at] + Gap) - Gap > width)
        {
            var next = shown.Skip(1).Max(at => columns[at].Leaves);
            shown.RemoveAll(at => at > 0 && columns[at].Leaves == next);
        }

        var heading = columns.Select(column => new Cell(column.Title, Heading)).ToArray();
        return [.. _rows.Prepend(heading).Select(row => Line(row, shown, widths).FitTo(width))];
    }

    private ViewLine Line(Cell[] row, List<int> shown, int[] widths)
    {
        var line = new ViewLine();
        foreach (var at in shown)
        {
            var (text, style) = (row[at].Text, row[at].Style);
            line.Add(new string(' ', at == 0 ? 0 : Gap));
            line.Add(columns[at].IsText ? text.PadRight(widths[at]) : text.PadLeft(widths[at]), style);
        }

        return line;
    }

    /// <param name="Title">What stands over it.</param>
    /// <param name="Leaves">The higher, the sooner it goes where there is no room, with all of the same number.</param>
    /// <param name="IsText">Whether it stands to the left, as numbers do not.</param>
    internal sealed record Column(string Title, int Leaves = 0, bool IsText = false);

    internal sealed record Cell(string Text, Style? Style = null)
    {
        public static implicit operator Cell(string text) => new(text);
    }
}
