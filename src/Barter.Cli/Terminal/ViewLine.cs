using Spectre.Console;

namespace Barter.Cli.Terminal;

/// <summary>One line of a view: text with styles, never broken.</summary>
internal sealed class ViewLine
{
    private const char Cut = '…';

    private readonly List<(string Text, Style Style)> _parts = [];

    public static ViewLine Of(string text, Style? style = null) => new ViewLine().Add(text, style);

    public IReadOnlyList<(string Text, Style Style)> Parts => _parts;

    public int Length { get; private set; }

    /// <summary>Goes on with text; what a terminal would obey becomes a question mark.</summary>
    public ViewLine Add(string text, Style? style = null)
    {
        if (text.Length > 0)
        {
            _parts.Add((string.Create(text.Length, text, Harmless), style ?? Style.Plain));
            Length += text.Length;
        }

        return this;
    }

    public ViewLine Add(ViewLine other)
    {
        _parts.AddRange(other._parts);
        Length += other.Length;
        return this;
    }

    public ViewLine PadTo(int width) => Add(new string(' ', Math.Max(0, width - Length)));

    /// <summary>The line, or as much of it as there is room for.</summary>
    public ViewLine FitTo(int width)
    {
        if (Length <= width)
        {
            return this;
        }

        var fitting = new ViewLine();
        foreach (var (text, style) in _parts)
        {
            fitting.Add(text[..Math.Min(text.Length, Math.Max(0, width - 1 - fitting.Length))], style);
        }

        return width > 0 ? fitting.Add($"{Cut}") : fitting;
    }

    public override string ToString() => string.Concat(_parts.Select(part => part.Text));

    private static void Harmless(Span<char> line, string text)
    {
        for (var at = 0; at < line.Length; at++)
        {
            line[at] = char.IsControl(text[at]) ? '?' : text[at];
        }
    }
}
