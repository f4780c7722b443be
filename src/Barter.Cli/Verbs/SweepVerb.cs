using System.CommandLine;
using Barter.Backtest;
using Barter.Backtest.Sweeps;
using Barter.Cli.Sweeps;
using Barter.MarketData;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Cli.Verbs;

/// <summary><c>barter sweep</c>: many runs over the same data, ranked, with what that makes of the best.</summary>
internal sealed class SweepVerb(CliConsole console)
{
    /// <summary>Days of returns say something from here on; below, hours are taken.</summary>
    private static readonly TimeSpan DaysFrom = TimeSpan.FromDays(60);

    private static string More =>
        $"""
        {HelpWithExamples.Strategies}
        Combinations that the strategy refuses are left out. Returns are those of hours
        where the data is shorter than 60 days, unless --interval says otherwise.
        A walk-forward begins every window flat and with averages that are still empty.

        Example:
          barter sweep --config data/config/spot.json \
            --market-data data/markets/day.json.gz --strategy ema-cross \
            --param fast=5..50:5 --param slow=20,50,100 --report sweep.html

        """;

    public static VerbCommand Create(CliConsole console, Option<bool> verbose)
    {
        var options = new SweepOptions();
        var command = new VerbCommand("sweep", "Run one strategy with many parameters, and rank them.")
        {
            More = () => More,
        };
        options.AddTo(command);
        var verb = new SweepVerb(console);
        command.SetAction((parsed, cancellation) =>
            verb.RunAsync(options.Read(parsed), parsed.GetValue(verbose), cancellation));
        return command;
    }

    private async Task<int> RunAsync(SweepRequest request, bool isVerbose, CancellationToken cancellation)
    {
        if (request.Ranges.Count == 0)
        {
            throw new UsageException("--param: name at least one parameter, such as --param fast=5..50:5");
        }

        RefuseOneFileTwice(request);
        var (space, combinations, refusals) = request.Combinations();
        var (given, dynamic) = (request.Run with { Parameters = combinations[0] }).Prepare();
        using var files = new SweepFiles(request);
        var market = await Task.Run(() => InMemoryMarketData.Load(given.MarketData, cancellation), cancellation);
        if ((market.Report.First, market.Report.Last) is not ({ } first, { } last))
        {
            throw MarketDataSources.NoEvents(market, market.Report);
        }

        var interval = request.Interval
            ?? (last - first < DaysFrom ? ReturnInterval.Duration(TimeSpan.FromHours(1)) : ReturnInterval.Daily);
        var constant = new BacktestArgsConstant(given.Config, market, interval);
        var windows = Windows(request, first, last, interval);
        var identity = request.Identity(interval, dynamic.RiskFreeReturn);
        var path = request.StorePath ?? request.UsualStore(identity);
        Announce(path, refusals, isVerbose);
        SweepResult result;
        using (var store = SweepStore.Open(path, identity))
        {
            var session = new SweepSession(request, store, constant, dynamic.RiskFreeReturn, console, isVerbose);
            result = windows.Count == 0
                ? Ranked(request, interval, refusals.Count, space, await session.RunAsync(combinations, cancellation))
                : new SweepResult(
                    request, interval, refusals.Count, space, [], null,
                    await session.WalkAsync(space, combinations, windows, cancellation));
            Tell(session, isVerbose);
        }

        files.Write(result, console);
        if (request.StorePath is null)
        {
            SweepFiles.Remove(path);
        }

        return result.Ranked.Any(trial => trial.Failure is null) || result.Folds.Any(fold => fold.Test.Failure is null)
            ? ExitCode.Done
            : AllFailed(result);
    }

    private static SweepResult Ranked(
        SweepRequest request,
        ReturnInterval interval,
        int refused,
        SweepSpace space,
        IReadOnlyList<SweepTrial> trials) =>
        new(
            request, interval, refused, space, Sweep.Ranked(trials, request.Rank),
            new SweepVerdict(space, trials, request.Rank), []);

    /// <summary>Windows begin at whole periods, so that no return is of a part of one.</summary>
    private static IReadOnlyList<WalkForwardWindow> Windows(
        SweepRequest request, Timestamp first, Timestamp last, ReturnInterval interval)
    {
        if (request.WalkForward is not { } cut)
        {
            return [];
        }

        var period = Math.Min(interval.Length.Ticks, TimeSpan.TicksPerDay) * Timestamp.NanosPerTick;
        var (before, after) = (first.UnixNanos % period, last.UnixNanos % period);
        try
        {
            return cut.Windows(first.AddNanos(-before), last.AddNanos(after == 0 ? 0 : period - after));
        }
        catch (FormatException exception)
        {
            throw new UsageException($"--walk-forward: {exception.Message}", exception);
        }
    }

    private static void RefuseOneFileTwice(SweepRequest request)
    {
        request.Run.RefuseOverwritingInput();
        var written = new[]
        {
            ("--output", request.Run.OutputPath), ("--report", request.Run.ReportPath), ("--csv", request.CsvPath),
            ("--store", request.StorePath),
        };
        var read = new[] { request.Run.ConfigPath, request.Run.MarketDataPath };
        var paths = new HashSet<string>(read.Select(Path.GetFullPath), StringComparer.Ordinal);
        foreach (var (option, path) in written)
        {
            if (path is not null && !paths.Add(Path.GetFullPath(path)))
            {
                throw new UsageException($"{option}: '{path}' is read or written otherwise; name another file");
            }
        }
    }

    private void Announce(string store, IReadOnlyList<string> refusals, bool isVerbose)
    {
        if (refusals.Count > 0)
        {
            console.Say(string.Create(
                null, $"{refusals.Count:N0} combination(s) are left out; the first, because {refusals[0]}"));
        }

        if (console.ErrorIsTerminal || isVerbose)
        {
            console.Say($"runs are kept in {store} until all are done");
        }
    }

    private void Tell(SweepSession session, bool isVerbose)
    {
        if (console.ErrorIsTerminal || isVerbose)
        {
            var seconds = Math.Max(session.Took.TotalSeconds, 0.001);
            console.Say(string.Create(
                null, $"{session.Ran:N0} runs in {seconds:F1} s ({session.Ran / seconds:N1}/s)"));
        }
    }

    private int AllFailed(SweepResult result)
    {
        var failure = result.Ranked.Concat(result.Folds.Select(fold => fold.Test)).First().Failure;
        console.Say($"barter: every run failed; the first, because {failure}");
        return ExitCode.Failed;
    }
}
