using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Barter.Engine.Strategies;

namespace Barter.Cli;

/// <summary>The usual help, and below it what options alone do not tell.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private const string Overview =
        """
        Example:
          barter backtest --config data/config/spot.json \
            --market-data data/markets/day.json.gz --strategy ema-cross

        Exit codes:
          0 done (a paper session that Ctrl+C ends as well), 1 failed, 2 usage,
          3 a session's journal is broken, 130 cancelled

        """;

    public override bool ClearsParseErrors => true;

    /// <summary>One line for each strategy that ships, with its parameters.</summary>
    public static string Strategies =>
        "Strategies, and their --param with defaults:\n"
        + string.Concat(ShippedStrategies.All.Select(
            row => $"  {row.Name,-14} {row.Summary.Replace(" (", "\n      (", StringComparison.Ordinal)}\n"));

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var more = parseResult.CommandResult.Command switch
        {
            VerbCommand verb => verb.More(),
            RootCommand => Overview,
            _ => "",
        };
        parseResult.InvocationConfiguration.Output.Write(more.ReplaceLineEndings("\n"));
        return code;
    }
}
