using Barter.Cli.Chaos;
using Barter.Cli.Terminal;

namespace Barter.Cli.Verbs;

/// <summary><c>barter chaos</c>: kills a session at random moments, and checks what it makes of that.</summary>
internal sealed class ChaosVerb(CliConsole console)
{
    private static string More =>
        $"""
        {HelpWithExamples.Strategies}
        Starts 'barter exchange serve', and 'barter paper' with a journal again and again, kills
        that as kill -9 does, and in the end compares orders, fills, positions and balances with
        the book of the exchange, and the state with a replay of the journal. Exit code 0 says
        that nothing differs, 3 that something does; the directory is kept then.

        Example:
          barter chaos --config data/config/spot.json --kills 25 --seed 7

        """;

    public static VerbCommand Create(CliConsole console)
    {
        var options = new ChaosOptions();
        var command = new VerbCommand("chaos", "Kill a session again and again, and check that nothing is lost.")
        {
            More = () => More,
        };
        options.AddTo(command);
        var verb = new ChaosVerb(console);
        command.SetAction((parsed, cancellation) => verb.RunAsync(options.Read(parsed), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ChaosRequest request, CancellationToken cancellation)
    {
        var directory = request.Directory is { } named
            ? Directory.CreateDirectory(named).FullName
            : Directory.CreateTempSubdirectory("barter-chaos-").FullName;
        var isKept = request.Directory is not null;
        try
        {
            var run = new ChaosRun(request.Prepare(directory));
            var result = await ProgressBar.WatchAsync(console, "killing", () => run.Share, run.RunAsync(cancellation));
            console.Output.Write(request.IsJson
                ? ChaosPage.Json(result)
                : ChaosPage.Of(result, console.Width, console is { OutputIsTerminal: true, IsDecorated: true }));
            if (result.Differences.Count == 0)
            {
                return ExitCode.Done;
            }

            isKept = true;
            console.Say($"barter: what the session left is in {directory}");
            return ExitCode.Differs;
        }
        finally
        {
            if (!isKept)
            {
                Directory.Delete(directory, recursive: true);
            }
        }
    }
}
