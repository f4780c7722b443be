using System.Text;
using Barter.Statistics;
using Spectre.Console;

namespace Barter.Cli.Terminal;

/// <summary>Tables and lines as text. A table that is too wide goes on below, a few columns at a time.</summary>
internal sealed class TextPage
{
    /// <summary>What borders and padding take of each column, and of the table.</summary>
    private const int ColumnFrame = 3;
    private const int TableFrame = 1;

    private readonly StringBuilder _text = new();
    private readonly IAnsiConsole _canvas;
    private readonly int _width;

    public TextPage(int width, bool isColoured)
    {
        _width = width;
        _canvas = Canvas.Page(new StringWriter(_text) { NewLine = "\n" }, width, isColoured);
    }

    public void Heading(string text)
    {
        _canvas.Write(new Text(text, new Style(decoration: Decoration.Bold)));
        _canvas.WriteLine();
    }

    /// <summary>A line of any length; a terminal breaks it by itself, and a file had better not.</summary>
    public void Line(string text) => _text.Append(text).Append('\n');

    public void Table(SummaryTable table)
    {
        var widths = Enumerable.Range(0, table.Columns.Count).Select(column => WidthOf(table, column)).ToArray();
        var first = 1;
        while (first < table.Columns.Count)
        {
            var count = FittingColumns(widths, first);
            _canvas.Write(Part(table, Enumerable.Range(first, count).Prepend(0).ToArray()));
            first += count;
        }
    }

    public override string ToString() => _text.ToString();

    private int FittingColumns(int[] widths, int first)
    {
        var (count, used) = (1, TableFrame + widths[0] + widths[first]);
        while (first + count < widths.Length && used + widths[first + count] <= _width)
        {
            used += widths[first + count++];
        }

        return count;
    }

    private static int WidthOf(SummaryTable table, int column) =>
        ColumnFrame + table.Rows.Select(row => row[column].Length).Append(table.Columns[column].Length).Max();

    private static Table Part(SummaryTable table, int[] columns)
    {
        var part = new Table { Border = TableBorder.Rounded, UseSafeBorder = false };
        foreach (var column in columns)
        {
            part.AddColumn(new TableColumn(new Text(table.Columns[column], new Style(decoration: Decoration.Bold)))
            {
                Alignment = column == 0 ? Justify.Left : Justify.Right,
            });
        }

        foreach (var row in table.Rows)
        {
            part.AddRow(columns.Select(column => Cell(row[column], isName: column == 0)));
        }

        return part;
    }

    private static Text Cell(string text, bool isName) => new(text, text switch
    {
        _ when isName => Style.Plain,
        ['-', ..] => new Style(Color.Red),
        ['n', '/', 'a', ..] => new Style(decoration: Decoration.Dim),
        _ => Style.Plain,
    });
}
