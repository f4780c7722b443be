using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Barter.Cli.Verbs;
using Barter.Configuration;
using Barter.Journal;

namespace Barter.Cli;

/// <summary>The <c>barter</c> command, from its arguments to its exit code.</summary>
public static class BarterCommand
{
    /// <summary>Runs a command line as if nobody watched: no colours, no progress bar.</summary>
    /// <param name="args">Without the name of the command.</param>
    /// <param name="output">Standard output: results only.</param>
    /// <param name="error">Standard error: everything else.</param>
    /// <param name="cancellationToken">Ends the command with <see cref="ExitCode.Cancelled"/>.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static Task<int> InvokeAsync(
        string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default) =>
        InvokeAsync(args, new CliConsole(output, error), cancellationToken);

    internal static async Task<int> InvokeAsync(
        string[] args, CliConsole console, CancellationToken cancellationToken)
    {
        var verbose = new Option<bool>("--verbose")
        {
            Description = "say more on standard error: times, and stack traces of errors",
            Recursive = true,
        };
        var parsed = Root(args, console, verbose).Parse(
            args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            return Refuse(console, parsed, UsageProblem.Of(parsed));
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = console.Output,
                    Error = console.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                cancellationToken);
        }
        catch (UsageException exception)
        {
            return Refuse(console, parsed, exception.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            console.Say("barter: cancelled");
            return ExitCode.Cancelled;
        }
#pragma warning disable CA1031 // The edge of the process: whatever went wrong is told in one line
        catch (Exception exception)
#pragma warning restore CA1031
        {
            console.Say($"barter: {Describe(exception)}");
            if (parsed.GetValue(verbose))
            {
                console.Error.WriteLine(exception);
            }

            return exception is JournalException { Kind: JournalFault.Broken } ? ExitCode.Broken : ExitCode.Failed;
        }
    }

    /// <summary>A verb that is named stands alone: the options of all take longer than a small backtest.</summary>
    private static RootCommand Root(string[] args, CliConsole console, Option<bool> verbose)
    {
        var root = new RootCommand("Replays recorded market data through a trading engine, and says how it went.");
        var verbs = Verbs(console, verbose);
        var named = Array.FindIndex(verbs, verb => verb.Name.Equals(args.FirstOrDefault(), StringComparison.Ordinal));
        foreach (var (_, create) in named < 0 ? verbs : [verbs[named]])
        {
            root.Add(create());
        }

        root.Add(verbose);
        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction usual })
            {
                usual.MaxWidth = console.Width;
                option.Action = new HelpWithExamples(usual);
            }
            else if (option is VersionOption)
            {
                option.Action = new VersionLine();
            }
        }

        return root;
    }

    private static (string Name, Func<Command> Create)[] Verbs(CliConsole console, Option<bool> verbose) =>
    [
        ("backtest", () => BacktestVerb.Create(console, verbose)),
        ("sweep", () => SweepVerb.Create(console, verbose)),
        ("paper", () => PaperVerb.Create(console, verbose)),
        ("exchange", () => ExchangeVerb.Create(console)),
        ("chaos", () => ChaosVerb.Create(console)),
        ("data", () => DataVerb.Create(console)),
        ("report", () => ReportVerb.Create()),
        ("compare", () => CompareVerb.Create(console)),
        ("sessions", () => SessionsVerb.Create(console)),
        ("replay", () => ReplayVerb.Create(console)),
        ("explain", () => ExplainVerb.Create(console)),
        ("journal", () => JournalVerb.Create(console)),
    ];

    private static int Refuse(CliConsole console, ParseResult parsed, string message)
    {
        console.Say($"barter: {message}");
        console.Say($"try '{UsageProblem.PathOf(parsed.CommandResult)} --help'");
        return ExitCode.Usage;
    }

    /// <summary>What the system refuses says so itself; what nobody expected is named for what it is.</summary>
    private static string Describe(Exception exception) => exception switch
    {
        SystemConfigException or IOException or UnauthorizedAccessException or Backtest.BacktestException
            or Actors.SystemNotRunningException or Actors.SessionRecoveryException
            or Execution.Exchanges.ExecutionClientException => exception.Message,
        _ => $"unexpected {exception.GetType().Name}: {exception.Message} (--verbose shows where)",
    };
}
