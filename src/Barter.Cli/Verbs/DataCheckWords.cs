using System.Text.Json;

namespace Barter.Cli.Verbs;

/// <summary>Kinds as words, such as <c>crossed_quote</c>.</summary>
internal static class DataCheckWords
{
    public static string Of<TKind>(TKind kind)
        where TKind : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
