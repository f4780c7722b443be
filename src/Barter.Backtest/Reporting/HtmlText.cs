using System.Globalization;
using System.Text;

namespace Barter.Backtest.Reporting;

/// <summary>Writes elements and text; everything that is given as text is escaped.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _html = new();

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                < 0x20 and not ('\n' or '\t') or 0x7F or 0xFFFE or 0xFFFF => escaped.Append('\uFFFD'),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Takes what is markup already.</summary>
    public HtmlText Raw(string html)
    {
        _html.Append(html);
        return this;
    }

    public HtmlText Line(string html) => Raw(html).Raw("\n");

    public HtmlText Text(string text) => Raw(Escape(text));

    /// <summary>An element with text in it.</summary>
    public HtmlText Element(string tag, string text, string? css = null) =>
        Raw(css is null ? $"<{tag}>" : $"<{tag} class=\"{css}\">").Text(text).Line($"</{tag}>");

    /// <summary>A definition list, for names and what they mean here.</summary>
    public HtmlText Definitions(IEnumerable<(string Name, string Value)> rows)
    {
        Line("<dl>");
        foreach (var (name, value) in rows)
        {
            Raw("<div><dt>").Text(name).Raw("</dt><dd>").Text(value).Line("</dd></div>");
        }

        return Line("</dl>");
    }

    /// <summary>Figures beside one another.</summary>
    public HtmlText Tiles(string css, IEnumerable<(string Name, Cell Cell)> tiles)
    {
        Line($"<dl class=\"{css}\">");
        foreach (var (name, cell) in tiles)
        {
            Raw("<div><dt>").Text(name).Raw(cell.Css is { } look ? $"</dt><dd class=\"{look}\">" : "</dt><dd>");
            Text(cell.Text).Raw(Note(cell)).Line("</dd></div>");
        }

        return Line("</dl>");
    }

    /// <summary>A table that scrolls in its box. The first cell of a row names it.</summary>
    public HtmlText Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        Line("<div class=\"scroll\" tabindex=\"0\"><table>").Element("caption", caption).Raw("<thead><tr>");
        foreach (var column in columns)
        {
            Raw("<th scope=\"col\">").Text(column).Raw("</th>");
        }

        Line("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            Raw("<tr><th scope=\"row\">").Text(row[0].Text).Raw("</th>");
            foreach (var cell in row.Skip(1))
            {
                Raw(cell.Css is { } css ? $"<td class=\"{css}\">" : "<td>");
                Text(cell.Text).Raw(Note(cell)).Raw("</td>");
            }

            Line("</tr>");
        }

        return Line("</tbody></table></div>");
    }

    public override string ToString() => _html.ToString();

    public static string Coordinate(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Note(Cell cell) => cell.Note is { } note ? $"<small>{Escape(note)}</small>" : "";
}
