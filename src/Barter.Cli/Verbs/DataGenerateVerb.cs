using Barter.Cli.Terminal;
using Barter.Configuration;
using Barter.MarketData;
using Barter.MarketData.Generation;
using Barter.Model;

namespace Barter.Cli.Verbs;

/// <summary><c>barter data generate</c>: a made-up market, the same for the same seed.</summary>
internal sealed class DataGenerateVerb(CliConsole console)
{
    private const int EventsBetweenLooks = 1_024;

    private const string Text =
        """
        Example:
          barter data generate --config data/config/spot.json --output day.json.gz \
            --seed 7 --duration 1d --rate 0.5 --disconnects 2 \
            --price BTCUSDT=60000 --price ETHUSDT=3000 --price SOLUSDT=150

        """;

    public static VerbCommand Create(CliConsole console)
    {
        var options = new DataGenerateOptions();
        var command = new VerbCommand("generate", "Make up quotes and trades from a seed.") { More = () => Text };
        options.AddTo(command);
        var verb = new DataGenerateVerb(console);
        command.SetAction((parsed, cancellation) => verb.RunAsync(options.Read(parsed), cancellation));
        return command;
    }

    private async Task<int> RunAsync(DataGenerateRequest request, CancellationToken cancellation)
    {
        var catalog = SystemConfig.Load(request.ConfigPath).BuildCatalog();
        var (generator, options) = request.Prepare(catalog);
        if (!request.IsForced && File.Exists(request.OutputPath))
        {
            throw new IOException($"{request.OutputPath}: exists already; --force overwrites it");
        }

        using var file = new OutputFile(request.OutputPath);
        var reached = options.Start.UnixNanos;
        var total = (double)options.Duration.Ticks * Timestamp.NanosPerTick;
        var made = await ProgressBar.WatchAsync(
            console,
            "generating",
            () => (Volatile.Read(ref reached) - options.Start.UnixNanos) / total,
            Task.Run(() => Write(generator, catalog, file, time => Volatile.Write(ref reached, time), cancellation)));
        file.Keep();
        console.Say(string.Create(
            null,
            $"wrote {made.Quotes:N0} quotes, {made.Trades:N0} trades and {made.Reconnects:N0} reconnect marks of "
            + $"{catalog.Instruments.Count} instrument(s), {new FileInfo(request.OutputPath).Length:N0} bytes, "
            + $"to {request.OutputPath}"));
        return ExitCode.Done;
    }

    private static (long Quotes, long Trades, long Reconnects) Write(
        MarketGenerator generator,
        InstrumentCatalog catalog,
        OutputFile file,
        Action<long> reached,
        CancellationToken cancellation)
    {
        var (quotes, trades, reconnects) = (0L, 0L, 0L);
        using var writer = new MarketDataWriter(file.DraftPath, catalog);
        foreach (var marketEvent in generator.Generate())
        {
            writer.Write(marketEvent);
            reconnects += marketEvent.IsReconnecting ? 1 : 0;
            trades += marketEvent.Kind == MarketEventKind.Trade ? 1 : 0;
            quotes += marketEvent.Kind == MarketEventKind.OrderBookL1 ? 1 : 0;
            if ((quotes + trades) % EventsBetweenLooks == 0 && !marketEvent.IsReconnecting)
            {
                cancellation.ThrowIfCancellationRequested();
                reached(marketEvent.TimeExchange.UnixNanos);
            }
        }

        return (quotes, trades, reconnects);
    }
}
