using System.CommandLine;
using Barter.Cli.Terminal;
using Barter.Configuration;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Cli.Verbs;

/// <summary><c>barter data export</c>: market data in a format that others read.</summary>
internal sealed class DataExportVerb(CliConsole console)
{
    private const string Text =
        """
        JSON is what 'barter backtest' reads as well, one item a line. CSV has one row an event,
        and one a level for books. What the configuration does not name is left out.

        Example:
          barter data export --config data/config/spot.json --market-data markets \
            --instrument BTCUSDT --from 2025-06-02 --to 2025-06-03 --format csv --output day.csv.gz

        """;

    public static VerbCommand Create(CliConsole console)
    {
        var config = Options.RequiredPath("--config", "which instruments there are (JSON)");
        var marketData = Options.RequiredPath("--market-data", "what is exported: any file or folder of market data");
        var output = Options.RequiredPath("--output", "the file to write; zipped if it ends in .gz");
        var instruments = Options.ManyOf(
            "--instrument", "name", "only this one (default: all of the config); may be repeated", Options.NotBlank);
        var (from, to) = (Options.From(), Options.To());
        var format = Options.Of(
            "--format", "json|csv", "what is written",
            text => text is "json" or "csv" ? text : throw new FormatException($"'{text}' is neither json nor csv"),
            "json");
        var force = new Option<bool>("--force") { Description = "overwrite the file if it exists" };
        var command = new VerbCommand("export", "Write market data in another format.")
        {
            More = () => Text,
            Options = { config, marketData, from, to, instruments, format, output, force },
        };
        var verb = new DataExportVerb(console);
        command.SetAction((parsed, cancellation) => verb.RunAsync(
            new DataExportRequest
            {
                ConfigPath = parsed.GetRequiredValue(config),
                MarketDataPath = parsed.GetRequiredValue(marketData),
                OutputPath = parsed.GetRequiredValue(output),
                Instruments = parsed.GetRequiredValue(instruments),
                From = parsed.GetValue(from),
                To = parsed.GetValue(to),
                IsCsv = parsed.GetRequiredValue(format) is "csv",
                IsForced = parsed.GetValue(force),
            },
            cancellation));
        return command;
    }

    private async Task<int> RunAsync(DataExportRequest request, CancellationToken cancellation)
    {
        var catalog = SystemConfig.Load(request.ConfigPath).BuildCatalog();
        var source = request.Prepare(catalog);
        using var file = new OutputFile(request.OutputPath);
        using var stream = source.Open();
        var written = await ProgressBar.WatchAsync(
            console, "exporting", () => stream.Progress,
            Task.Run(() => Write(stream, catalog, request.IsCsv, file.DraftPath, cancellation), cancellation));
        if (written == 0)
        {
            throw new MarketDataException(source.Name, 0, "has no events of these instruments at these times");
        }

        file.Keep();
        console.Say(string.Create(
            null,
            $"wrote {written:N0} events, {new FileInfo(request.OutputPath).Length:N0} bytes, to {request.OutputPath}"));
        return ExitCode.Done;
    }

    private static long Write(
        IMarketDataStream stream, InstrumentCatalog catalog, bool isCsv, string path, CancellationToken cancellation)
    {
        using var csv = isCsv ? new MarketDataCsvWriter(path, catalog) : null;
        using var json = isCsv ? null : new MarketDataWriter(path, catalog);
        var written = 0L;
        while (stream.Next() is { IsEmpty: false } batch)
        {
            cancellation.ThrowIfCancellationRequested();
            csv?.Write(batch.Span);
            json?.Write(batch.Span);
            written += batch.Length;
        }

        return written;
    }
}
