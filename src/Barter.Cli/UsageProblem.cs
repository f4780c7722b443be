using System.CommandLine;
using System.CommandLine.Parsing;

namespace Barter.Cli;

/// <summary>What is wrong with a command line, in one sentence.</summary>
internal static class UsageProblem
{
    private const int TypingErrorsMax = 2;

    public static string Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            return Unknown(command, unknown);
        }

        var verbs = command.Subcommands.Select(verb => verb.Name).ToArray();
        return verbs.Length > 0
            ? $"choose what to do: {string.Join(" or ", verbs)}"
            : AsClause(parsed.Errors[0].Message);
    }

    /// <summary>The words that lead to a verb, such as <c>barter data check</c>.</summary>
    public static string PathOf(CommandResult result) => result.Parent is CommandResult parent
        ? $"{PathOf(parent)} {result.Command.Name}"
        : "barter";

    private static string Unknown(Command command, string word)
    {
        var isOption = word.StartsWith('-');
        var known = isOption
            ? command.Options.Select(option => option.Name).Append("--verbose")
            : command.Subcommands.Select(verb => verb.Name);
        var nearest = known.MinBy(name => Distance(word, name));
        var advice = nearest is not null && Distance(word, nearest) <= TypingErrorsMax
            ? $"; did you mean '{nearest}'?"
            : "";
        return $"unknown {(isOption ? "option" : "argument")} '{word}'{advice}";
    }

    /// <summary>How many letters must be put in, taken out or changed to make one word of the other.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var corner = row[0];
            row[0] = i + 1;
            for (var j = 0; j < to.Length; j++)
            {
                var change = corner + (from[i] == to[j] ? 0 : 1);
                corner = row[j + 1];
                row[j + 1] = Math.Min(change, Math.Min(row[j], corner) + 1);
            }
        }

        return row[^1];
    }

    private static string AsClause(string sentence) =>
        char.ToLowerInvariant(sentence[0]) + sentence[1..].TrimEnd('.');
}
