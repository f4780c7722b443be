using System.CommandLine;
using Barter.Cli.Paper;
using Barter.Cli.Terminal;

namespace Barter.Cli.Verbs;

/// <summary><c>barter paper</c>: a trading session on a recording, as it happens.</summary>
internal sealed class PaperVerb(CliConsole console)
{
    private static string More =>
        $"""
        {HelpWithExamples.Strategies}
        A terminal shows the session while it runs. Ctrl+C ends it with its summary and exit
        code 0, as the end of the recording does; a second Ctrl+C ends it at once, without.
        With --journal the same command goes on where the session was, however it ended.

        Example:
          barter paper --config data/config/spot.json \
            --market-data data/markets/day.json.gz --strategy ema-cross --speed 60x
          barter paper --config data/config/spot.json --exchange http://127.0.0.1:5600

        """;

    public static VerbCommand Create(CliConsole console, Option<bool> verbose)
    {
        var options = new PaperOptions();
        var command = new VerbCommand("paper", "Trade on paper while recorded market data goes by.")
        {
            More = () => More,
        };
        options.AddTo(command);
        var verb = new PaperVerb(console);
        command.SetAction((parsed, cancellation) =>
            verb.RunAsync(options.Read(parsed), parsed.GetValue(verbose), cancellation));
        return command;
    }

    private async Task<int> RunAsync(PaperRequest request, bool isVerbose, CancellationToken cancellation)
    {
        request.Check();
        using var file = request.Run.OutputPath is { } path ? new OutputFile(path) : null;
        var hasView = !request.Run.IsJson && console is { OutputIsTerminal: true, IsDecorated: true };
        await using var session = await PaperSession.StartAsync(request, hasView, cancellation);
        if (isVerbose)
        {
            console.Say(
                $"trading on {request.Exchange ?? request.Run.MarketDataPath} with {request.Run.Strategy}"
                + (request.Exchange is null ? $" at {request.Speed}" : ""));
        }

        if (request.Keep is { } keep)
        {
            console.Say(keep.Greeting(session.Recovery));
        }

        var over = session.WhenOverAsync(cancellation);
        await (hasView
            ? PaperScreen.ShowAsync(console, session, over)
            : ProgressBar.WatchAsync(console, "paper", () => session.Share, over));
        if (!await over && console.ErrorIsTerminal)
        {
            console.Say("stopping once orders in flight are answered; Ctrl+C again ends at once");
        }

        return new BacktestVerb(console).Report(await session.FinishAsync(), request.Run, file);
    }
}
