using System.Globalization;
using System.Text;

namespace Akka.Event;

/// <summary>A message template taken apart into text and holes.</summary>
internal static class LogTemplate
{
    private const int WidthMax = 1000;

    /// <summary>The template with its arguments in place; a hole without an argument stays as it is.</summary>
    public static string Render(string template, IReadOnlyList<object?> arguments)
    {
        var text = new StringBuilder(template.Length + (16 * arguments.Count));
        var parts = Parse(template);
        foreach (var part in parts)
        {
            if (part.Name is null || part.Argument < 0 || part.Argument >= arguments.Count)
            {
                text.Append(part.Text);
            }
            else
            {
                Append(text, part, arguments[part.Argument]);
            }
        }

        return text.ToString();
    }

    /// <summary>The holes by name, each with the argument that fills it.</summary>
    public static List<KeyValuePair<string, object?>> Bind(string template, IReadOnlyList<object?> arguments)
    {
        var bound = new List<KeyValuePair<string, object?>>();
        foreach (var part in Parse(template))
        {
            if (part.Name is { } name && part.Argument >= 0 && part.Argument < arguments.Count)
            {
                bound.Add(new(name, arguments[part.Argument]));
            }
        }

        return bound;
    }

    private static List<Part> Parse(string template)
    {
        var parts = new List<Part>();
        var text = new StringBuilder();
        for (var at = 0; at < template.Length; at++)
        {
            var symbol = template[at];
            if (symbol is '{' or '}' && at + 1 < template.Length && template[at + 1] == symbol)
            {
                text.Append(symbol);
                at++;
            }
            else if (symbol == '{' && template.IndexOf('}', at) is var end and > 0
                && Hole(template[at..(end + 1)]) is { } hole)
            {
                parts.Add(new Part(text.ToString()));
                parts.Add(hole);
                text.Clear();
                at = end;
            }
            else
            {
                text.Append(symbol);
            }
        }

        parts.Add(new Part(text.ToString()));
        Number(parts);
        return parts;
    }

    /// <summary>Numbers count from zero where all holes are numbers; otherwise each takes the next argument.</summary>
    private static void Number(List<Part> parts)
    {
        var isPositional = parts.TrueForAll(part => part.Name is null || IsIndex(part.Name));
        var next = 0;
        foreach (var part in parts.Where(part => part.Name is not null))
        {
            part.Argument = !isPositional ? next++
                : int.TryParse(part.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index
                : -1;
        }
    }

    /// <summary>Null where the braces hold no name: JSON in a message is no hole.</summary>
    private static Part? Hole(string text)
    {
        var inside = text.AsSpan(1, text.Length - 2);
        var colon = inside.IndexOf(':');
        var format = colon < 0 ? null : inside[(colon + 1)..].ToString();
        var head = colon < 0 ? inside : inside[..colon];
        var comma = head.IndexOf(',');
        var width = 0;
        if (comma >= 0 && !int.TryParse(head[(comma + 1)..].Trim(), CultureInfo.InvariantCulture, out width))
        {
            return null;
        }

        var name = (comma < 0 ? head : head[..comma]).Trim().TrimStart("@$").ToString();
        return name.Length > 0 && name.All(symbol => char.IsLetterOrDigit(symbol) || symbol is '_' or '.')
            ? new Part(text) { Name = name, Format = format, Width = Math.Clamp(width, -WidthMax, WidthMax) }
            : null;
    }

    private static bool IsIndex(string name) => name.All(char.IsAsciiDigit);

    private static void Append(StringBuilder text, Part part, object? argument)
    {
        var value = Text(part.Format, argument);
        text.Append(part.Width >= 0 ? value.PadLeft(part.Width) : value.PadRight(-part.Width));
    }

    private static string Text(string? format, object? argument)
    {
        try
        {
            return argument switch
            {
                null => "",
                IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture) ?? "",
                _ => argument.ToString() ?? "",
            };
        }
        catch (Exception) when (format is not null)
        {
            return Text(null, argument);
        }
        catch (Exception failure)
        {
            // The line is worth more than one value in it
            return $"({argument?.GetType()} has no text: {failure.GetType().Name})";
        }
    }

    private sealed class Part(string text)
    {
        public string Text => text;

        /// <summary>Null for what is no hole.</summary>
        public string? Name { get; init; }

        public string? Format { get; init; }

        public int Width { get; init; }

        public int Argument { get; set; } = -1;
    }
}
