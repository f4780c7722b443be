using System.Text.RegularExpressions;

namespace Akka.TestKit;

/// <summary>What a text must be like.</summary>
/// <param name="Text">As it stands behind the event's kind: <c> with the message "x"</c>.</param>
internal sealed record TextMatch(string Text, Predicate<string> IsMatch)
{
    public static TextMatch Of(string? message, string? start, string? contains)
    {
        var parts = new List<string>(3);
        if (message is not null)
        {
            parts.Add($" with the message {Say.Message(message)}");
        }

        if (start is not null)
        {
            parts.Add($" that starts with {Say.Message(start)}");
        }

        if (contains is not null)
        {
            parts.Add($" that contains {Say.Message(contains)}");
        }

        return new(string.Join(" and", parts), text =>
            (message is null || string.Equals(text, message, StringComparison.Ordinal))
            && (start is null || text.StartsWith(start, StringComparison.Ordinal))
            && (contains is null || text.Contains(contains, StringComparison.Ordinal)));
    }

    public static TextMatch Of(Regex pattern) => new($" that matches /{pattern}/", pattern.IsMatch);

    /// <summary>A source may be given whole, or without the address of its system: <c>/user/name</c>.</summary>
    public static TextMatch OfSource(string? source) => source is null
        ? new("", static _ => true)
        : new($" from {source}", text => IsPath(text, source));

    private static bool IsPath(string text, string source)
    {
        if (string.Equals(text, source, StringComparison.Ordinal))
        {
            return true;
        }

        const string Protocol = "akka://";
        var slash = text.StartsWith(Protocol, StringComparison.Ordinal) ? text.IndexOf('/', Protocol.Length) : -1;
        return slash >= 0 && text.AsSpan(slash).SequenceEqual(source);
    }
}
