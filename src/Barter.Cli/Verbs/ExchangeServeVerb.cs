using Barter.Cli.Serving;
using Barter.Model;

namespace Barter.Cli.Verbs;

/// <summary><c>barter exchange serve</c>: the simulated exchange in a process of its own.</summary>
internal sealed class ExchangeServeVerb(CliConsole console)
{
    private const string More =
        """
        Says on standard output where it listens, and runs until Ctrl+C, which is exit code 0.
        It keeps all in memory: one that is started again begins anew.

        Example:
          barter exchange serve --config data/config/spot.json \
            --market-data data/markets/day.json.gz --speed 60x --wait --port 5600
          barter paper --config data/config/spot.json \
            --exchange http://127.0.0.1:5600 --strategy ema-cross

        """;

    public static VerbCommand Create(CliConsole console)
    {
        var options = new ExchangeServeOptions();
        var command = new VerbCommand("serve", "Serve a simulated exchange to other processes of this machine.")
        {
            More = () => More,
        };
        options.AddTo(command);
        var verb = new ExchangeServeVerb(console);
        command.SetAction((parsed, cancellation) => verb.RunAsync(options.Read(parsed), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ExchangeServeRequest request, CancellationToken cancellation)
    {
        var plan = request.Prepare();
        try
        {
            await ExchangeServer.ServeAsync(
                plan, request.Port, address => Say(address, plan, request.IsJson), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Stopped before it was there
        }

        return ExitCode.Done;
    }

    private void Say(string address, ExchangePlan plan, bool isJson)
    {
        console.Output.Write(isJson ? Json(address, plan) : $"listening on {address}\n");
        console.Output.Flush();
    }

    private static string Json(string address, ExchangePlan plan) => JsonText.Line(writer =>
    {
        writer.WriteString("address", address);
        writer.WriteString("exchange", plan.Exchange.ToWire());
    });
}
