using System.CommandLine;
using System.Diagnostics;
using Barter.Backtest;
using Barter.Backtest.Reporting;
using Barter.Cli.Terminal;

namespace Barter.Cli.Verbs;

/// <summary><c>barter backtest</c>: one run, and its trading summary.</summary>
internal sealed class BacktestVerb(CliConsole console)
{
    private static string More =>
        $"""
        {HelpWithExamples.Strategies}
        Example:
          barter backtest --config data/config/spot.json \
            --market-data data/markets/day.json.gz \
            --strategy ema-cross --param fast=20 --param slow=100 --report day.html

        """;

    public static VerbCommand Create(CliConsole console, Option<bool> verbose)
    {
        var options = new BacktestOptions();
        var command = new VerbCommand("backtest", "Run one strategy over recorded market data.") { More = () => More };
        options.AddTo(command);
        var verb = new BacktestVerb(console);
        command.SetAction((parsed, cancellation) =>
            verb.RunAsync(options.Read(parsed), parsed.GetValue(verbose), cancellation));
        return command;
    }

    /// <summary>Writes the result, and says on standard error what is not part of it.</summary>
    internal int Report(BacktestResult result, BacktestRequest request, OutputFile? file)
    {
        var toTerminal = file is null && console is { OutputIsTerminal: true, IsDecorated: true };
        var document = request.IsJson
            ? BacktestJson.Write(result, request.IsPretty)
            : BacktestPage.Of(result, request.IsDetailed, console.Width, toTerminal);
        if (file is null)
        {
            console.Output.Write(document);
        }
        else
        {
            File.WriteAllText(file.DraftPath, document);
            file.Keep();
        }

        foreach (var warning in BacktestPage.Warnings(result.MarketData))
        {
            console.Say(warning);
        }

        if (result.Counts.Fault is not { } fault)
        {
            return ExitCode.Done;
        }

        console.Say($"barter: {AsSentence(fault)}; trading was disabled from then on");
        return ExitCode.Failed;
    }

    private async Task<int> RunAsync(BacktestRequest request, bool isVerbose, CancellationToken cancellation)
    {
        var (constant, dynamic) = request.Prepare();
        using var file = request.OutputPath is { } path ? new OutputFile(path) : null;
        using var page = request.ReportPath is { } pagePath ? new OutputFile(pagePath) : null;
        if (isVerbose)
        {
            console.Say($"replaying {request.MarketDataPath} with {request.Strategy}");
        }

        var watch = Stopwatch.StartNew();
        var progress = new LatestProgress();
        var result = await ProgressBar.WatchAsync(
            console,
            "replaying",
            () => progress.Share,
            Backtester.RunAsync(constant, dynamic, progress, cancellation));
        var took = watch.Elapsed;

        if (page is not null)
        {
            await File.WriteAllTextAsync(page.DraftPath, HtmlReport.Write(StoredResult.Of(result)), cancellation);
            page.Keep();
        }

        var code = Report(result, request, file);
        if (console.ErrorIsTerminal || isVerbose)
        {
            console.Say(Speed(result.Counts.MarketEvents, took));
        }

        return code;
    }

    /// <summary>From <c>strategy.decide: text</c> to <c>strategy failed: text (in decide)</c>.</summary>
    private static string AsSentence(string fault)
    {
        var dot = fault.IndexOf('.', StringComparison.Ordinal);
        var colon = fault.IndexOf(": ", StringComparison.Ordinal);
        return $"{fault[..dot]} failed{fault[colon..]} (in {fault[(dot + 1)..colon]})";
    }

    private static string Speed(long events, TimeSpan took)
    {
        var seconds = Math.Max(took.TotalSeconds, 0.001);
        return string.Create(null, $"replayed {events:N0} events in {seconds:F1} s ({events / seconds:N0}/s)");
    }

    private sealed class LatestProgress : IProgress<BacktestProgress>
    {
        private double _share = double.NaN;

        public double? Share => Volatile.Read(ref _share) is var share && double.IsNaN(share) ? null : share;

        public void Report(BacktestProgress value) => Volatile.Write(ref _share, value.Share ?? double.NaN);
    }
}
