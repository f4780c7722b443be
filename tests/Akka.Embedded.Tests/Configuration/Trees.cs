using System.Globalization;
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>Trees in one line to compare them by, and random documents to walk.</summary>
internal static class Trees
{
    private static readonly string[] Keys = ["a", "b", "c-d", "e.f", "include", "", "ü \"x\"", "null"];
    private static readonly string[] Texts =
    [
        "", "x", "10s", "null", "true", " blank ", "a.b", "${a}", "#", "//", "\\", "line\nline", "\"\"\"", "ü\u0001",
        "+=",
    ];

    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("BARTER_SEED"), CultureInfo.InvariantCulture, out var seed)
            ? seed
            : 20_250_102;

    /// <summary>Keys sorted, texts in angles.</summary>
    public static string Of(Config config) => Of(config.Root.Node);

    /// <summary>A document of plain values; with references, they lead to keys a, b and c-d of the root.</summary>
    public static string Random(Random random, bool withReferences = false)
    {
        var lines = Enumerable.Range(0, random.Next(5)).Select(_ =>
            $"{Printer.Key(Keys[random.Next(Keys.Length)])} = {Value(random, 3, withReferences)}\n");
        return string.Concat(lines);
    }

    private static string Value(Random random, int depth, bool withReferences) =>
        random.Next(depth == 0 ? 2 : withReferences ? 6 : 5) switch
        {
            0 => "null",
            1 or 2 => Quoted(Texts[random.Next(Texts.Length)]),
            3 => $"[{string.Join(", ", Some(random, () => Value(random, depth - 1, withReferences)))}]",
            4 => "{" + string.Join(", ", Some(random, () =>
                $"{Printer.Key(Keys[random.Next(Keys.Length)])} = {Value(random, depth - 1, withReferences)}")) + "}",
            _ => $"${{?{Keys[random.Next(3)]}}}",
        };

    private static IEnumerable<string> Some(Random random, Func<string> make) =>
        Enumerable.Range(0, random.Next(4)).Select(_ => make());

    private static string Quoted(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal) + "\"";

    public static string Of(HoconValue value) => Of(value.Node);

    private static string Of(Node node) => node switch
    {
        TextNode text => $"<{text.Value}>",
        ArrayNode array => $"[{string.Join(',', array.Items.Select(Of))}]",
        ObjectNode parts => "{" + string.Join(',', parts.Members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"{member.Key}:{Of(member.Value)}")) + "}",
        _ => node.Described,
    };
}
