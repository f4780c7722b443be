using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Barter.Architecture.Tests.Rules;

/// <summary>What a reader of the files, and not of the assemblies, would complain of.</summary>
internal static partial class Tidiness
{
    private const int ColumnsMax = 120;
    private const int LinesMax = 400;

    /// <summary>Files whose one public type has another name: the maker of a generic type stands apart.</summary>
    private static readonly (string File, string Type)[] NamedApart = [("ValueLists", "ValueList")];

    /// <summary>Projects that are named for what they are and not for the names that they offer.</summary>
    private static readonly FrozenDictionary<string, string> Roots = new Dictionary<string, string>
    {
        ["Akka.Embedded"] = "Akka",
        ["Akka.Embedded.Tests"] = "Akka",
        ["Akka.Embedded.TestKit"] = "Akka.TestKit",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="path">From the root, with slashes: <c>src/Barter.Model/Time/Timestamp.cs</c>.</param>
    /// <param name="text">All of the file.</param>
    public static IEnumerable<string> OfSource(string path, string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        if (lines.Length > LinesMax)
        {
            yield return $"{path} has {lines.Length} lines";
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (OfLine(lines[i]) is { } complaint)
            {
                yield return $"{path}:{i + 1} {complaint}";
            }
        }

        foreach (var complaint in OfNamespace(path, text).Concat(OfTypes(path, text)))
        {
            yield return $"{path} {complaint}";
        }
    }

    public static IEnumerable<string> OfText(string path, string text) => AbsolutePath()
        .Matches(text)
        .Select(match => $"{path}:{text.AsSpan(0, match.Index).Count('\n') + 1} names a folder of somebody's machine");

    private static string? OfLine(string line) => line switch
    {
        { Length: > ColumnsMax } => $"has {line.Length} columns",
        _ when line.Contains('\t', StringComparison.Ordinal) => "has a tab",
        _ when Unfinished().IsMatch(line) => "is not finished",
        _ when Region().IsMatch(line) => "opens or closes a region",
        _ => null,
    };

    private static IEnumerable<string> OfNamespace(string path, string text)
    {
        if (Namespace().Match(text) is not { Success: true } match
            || path.Split('/') is not [_, var project, .. var rest])
        {
            yield break;
        }

        var name = match.Groups[1].Value;
        var root = Roots.GetValueOrDefault(project, project);
        var folder = string.Join('.', [root, .. rest[..^1]]) + ".";
        var agrees = project == "Barter.Model"
            ? name == project
            : $"{name}.".StartsWith($"{root}.", StringComparison.Ordinal)
                && folder.StartsWith($"{name}.", StringComparison.Ordinal);
        if (!agrees)
        {
            yield return $"is in namespace {name}";
        }
    }

    private static IEnumerable<string> OfTypes(string path, string text)
    {
        var file = Path.GetFileNameWithoutExtension(path);
        var types = PublicType().Matches(text).Select(match => match.Groups[1].Value).Distinct().ToArray();
        if (types.Length > 1)
        {
            yield return $"has {types.Length} public types: {string.Join(", ", types)}";
        }
        else if (types is [var type] && type != file.Split('.')[0] && !NamedApart.Contains((file, type)))
        {
            yield return $"is not named for its public type {type}";
        }
    }

    [GeneratedRegex(@"(?<![\w.~-])/(work|home|root)/|\b[A-Za-z]:\\+Users\b")]
    private static partial Regex AbsolutePath();

    [GeneratedRegex(@"\bTO[D]O\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^\s*#\s*(end)?region")]
    private static partial Regex Region();

    [GeneratedRegex(@"^namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(
        @"^public\s+(?:(?:static|sealed|abstract|partial|readonly|ref|unsafe)\s+)*"
        + @"(?:record\s+struct|record\s+class|record|class|struct|interface|enum|delegate\s+\S+)\s+(\w+)",
        RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
