using System.CommandLine;
using System.Diagnostics;
using Barter.Actors;
using Barter.Backtest.Reporting;
using Barter.Cli.Sessions;
using Barter.Cli.Terminal;
using Barter.Engine.Strategies;
using Barter.Journal;

namespace Barter.Cli.Verbs;

/// <summary><c>barter replay</c>: a session again, or its market with another strategy.</summary>
internal sealed class ReplayVerb(CliConsole console)
{
    private static string More =>
        $"""
        Runs the session again from its journal, and compares every order that it sends
        with those that it sent. Exit code 0 means that it did the same, 1 that it did not.
        With --strategy or --param the market that the session saw goes through a backtest
        instead, and both results are shown side by side.

        {HelpWithExamples.Strategies}
        Example:
          barter replay sessions/paper
          barter replay sessions/paper --strategy ema-cross --param fast=20

        """;

    public static VerbCommand Create(CliConsole console)
    {
        var session = new SessionArguments();
        var strategy = Options.Text("--strategy", "name", "run the market with another strategy, see below");
        var parameters = Options.ManyOf(
            "--param", "name=value", "run it with other parameters; may be repeated", Options.NotBlank);
        var format = Options.Format("text");
        var command = new VerbCommand("replay", "Run a session again from its journal, and compare.")
        {
            More = () => More,
        };
        session.AddTo(command);
        foreach (var option in new Option[] { strategy, parameters, format })
        {
            command.Options.Add(option);
        }

        var verb = new ReplayVerb(console);
        command.SetAction((parsed, cancellation) => verb.RunAsync(
            session.Read(parsed),
            parsed.GetValue(strategy),
            parsed.GetRequiredValue(parameters),
            parsed.GetRequiredValue(format) is "json",
            cancellation));
        return command;
    }

    private async Task<int> RunAsync(
        SessionFolder folder, string? strategy, string[] parameters, bool isJson, CancellationToken cancellation)
    {
        var isOther = strategy is not null || parameters.Length > 0;
        if (strategy is not null)
        {
            RefuseBad(strategy, parameters);
        }

        var watch = Stopwatch.StartNew();
        var replayed = await ReplayAsync(folder, cancellation);
        if (replayed is { Replica.Plan: null })
        {
            throw new IOException($"{folder.Name}: its journal holds no session that was begun");
        }

        if (!isOther || !replayed.IsIdentical)
        {
            return Tell(ReplayPage.Of(folder, replayed, watch.Elapsed), replayed, isJson);
        }

        var plan = replayed.Replica.Plan!;
        var name = strategy ?? plan.Strategy ?? "none";
        RefuseBad(name, parameters);
        var (first, second) = await OtherRun.OfAsync(console, folder, replayed, name, parameters, cancellation);
        var comparison = ResultComparison.Of(first, second);
        console.Output.Write(isJson ? comparison.ToJson() : CompareVerb.Page(console, comparison));
        return ExitCode.Done;
    }

    private int Tell(ReplayPage page, JournalReplayed replayed, bool isJson)
    {
        console.Output.Write(isJson ? page.ToJson() : page.ToText());
        if (replayed.IsIdentical)
        {
            return ExitCode.Done;
        }

        console.Say("barter: the replay does something else than the session did; "
            + "was the program, the strategy or the risk policy changed since?");
        return ExitCode.Failed;
    }

    private async Task<JournalReplayed> ReplayAsync(SessionFolder folder, CancellationToken cancellation)
    {
        // Counted only for the bar, which nobody else sees
        var isWatched = console is { ErrorIsTerminal: true, IsDecorated: true };
        var (done, all) = (0L, 0L);
        var work = Task.Run(
            () =>
            {
                Volatile.Write(ref all, isWatched ? JournalFile.Stat(folder.Disk).Entries : 0);
                return JournalReplay.Run(
                    folder.Disk, progress: count => Volatile.Write(ref done, count), cancellationToken: cancellation);
            },
            cancellation);
        return await ProgressBar.WatchAsync(
            console,
            "replaying",
            () => Volatile.Read(ref all) is var entries and > 0 ? (double)Volatile.Read(ref done) / entries : null,
            work);
    }

    private static void RefuseBad(string strategy, string[] parameters)
    {
        try
        {
            ShippedStrategies.Create(strategy, parameters);
        }
        catch (FormatException exception)
        {
            throw new UsageException(exception.Message, exception);
        }
    }
}
