using Barter.Backtest.Reporting;
using Barter.Cli.Terminal;

namespace Barter.Cli.Verbs;

/// <summary><c>barter compare</c>: the key figures of two stored results side by side.</summary>
internal static class CompareVerb
{
    private const string Text =
        """
        The difference is the second result less the first.

        Example:
          barter compare fast.json slow.json --format json

        """;

    public static VerbCommand Create(CliConsole console)
    {
        var first = Options.FileArgument("first", "what 'barter backtest --format json' wrote");
        var second = Options.FileArgument("second", "the same of another run");
        var format = Options.Format();
        var command = new VerbCommand("compare", "Show two stored results side by side.")
        {
            More = () => Text,
            Arguments = { first, second },
            Options = { format },
        };
        command.SetAction(parsed =>
        {
            var comparison = ResultComparison.Of(
                StoredResult.Load(parsed.GetRequiredValue(first)), StoredResult.Load(parsed.GetRequiredValue(second)));
            console.Output.Write(parsed.GetRequiredValue(format) is "json"
                ? comparison.ToJson()
                : Page(console, comparison));
            return ExitCode.Done;
        });
        return command;
    }

    internal static string Page(CliConsole console, ResultComparison comparison)
    {
        var page = new TextPage(console.Width, console is { OutputIsTerminal: true, IsDecorated: true });
        page.Table(comparison.ToTable());
        page.Line(comparison.IsSameRun switch
        {
            true => "both runs saw and did the same, step by step",
            false => "the runs differ in what they saw or did",
            null => "one of the results does not say what it saw and did",
        });
        return page.ToString();
    }
}
