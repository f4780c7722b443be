using System.Globalization;
using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>Writes a tree so that it can be parsed again; references stay references.</summary>
internal static class Printer
{
    public static string Key(string key) => IsPlain(key) && !key.Contains('.') ? key : Quote(key);

    public static string Print(Node node)
    {
        var text = new StringBuilder();
        Write(text, node, "");
        return text.ToString();
    }

    /// <summary>The members of the root, without braces around them.</summary>
    public static string PrintMembers(ObjectNode root)
    {
        var text = new StringBuilder();
        WriteMembers(text, root, "");
        return text.ToString().TrimEnd('\n');
    }

    private static void Write(StringBuilder text, Node node, string indent)
    {
        switch (node)
        {
            case TextNode { IsBlank: true } blank:
                text.Append(blank.Value);
                break;
            case TextNode { Value: var value }:
                text.Append(IsPlain(value) && value is not "null" ? value : Quote(value));
                break;
            case ArrayNode array:
                WriteArray(text, array, indent);
                break;
            case ObjectNode { Members.Count: 0 }:
                text.Append("{}");
                break;
            case ObjectNode parts:
                text.Append("{\n");
                WriteMembers(text, parts, indent + "  ");
                text.Append(indent).Append('}');
                break;
            case JoinNode join:
                foreach (var piece in join.Pieces)
                {
                    Write(text, piece, indent);
                }

                break;
            default:
                text.Append(node.Described);
                break;
        }
    }

    private static void WriteArray(StringBuilder text, ArrayNode array, string indent)
    {
        text.Append('[');
        for (var index = 0; index < array.Items.Length; index++)
        {
            text.Append(index > 0 ? ", " : "");
            Write(text, array.Items[index], indent);
        }

        text.Append(']');
    }

    private static void WriteMembers(StringBuilder text, ObjectNode parts, string indent)
    {
        foreach (var (key, member) in parts.Members)
        {
            WriteMember(text, Key(key), member, indent);
        }
    }

    /// <summary>Layers become assignments one after the other, the weakest first.</summary>
    private static void WriteMember(StringBuilder text, string key, Node member, string indent)
    {
        if (member is LayersNode layers)
        {
            foreach (var layer in layers.Layers.Reverse())
            {
                WriteMember(text, key, layer, indent);
            }

            return;
        }

        text.Append(indent).Append(key).Append(member is ObjectNode ? " " : " = ");
        Write(text, member, indent);
        text.Append('\n');
    }

    private static bool IsPlain(string text) =>
        text.Length > 0 && text is not "include"
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => letter.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
