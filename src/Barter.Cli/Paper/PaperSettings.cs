using Akka.Configuration;
using Barter.Actors;

namespace Barter.Cli.Paper;

/// <summary>Settings of a session that a command line gives.</summary>
internal static class PaperSettings
{
    /// <summary>Those that there are, with what holds otherwise.</summary>
    private static readonly Config Known = ConfigurationFactory.FromResource(
        "Barter.Actors.reference.conf", typeof(TradingSystem).Assembly);

    /// <param name="text"><c>barter.key=value</c>.</param>
    /// <exception cref="FormatException">There is no such setting.</exception>
    public static string Parse(string text)
    {
        var end = text.IndexOf('=', StringComparison.Ordinal);
        var key = end < 0 ? text : text[..end].Trim();
        return end > 0 && key.StartsWith("barter.", StringComparison.Ordinal) && Known.HasPath(key)
            ? text
            : throw new FormatException(
                $"'{text}' is not a setting such as barter.execution.answer-timeout=1s; see docs/hosting.md");
    }

    public static Config Of(IReadOnlyList<string> settings, Config others) => settings.Count == 0
        ? others
        : ConfigurationFactory.ParseString(string.Join('\n', settings)).WithFallback(others);
}
