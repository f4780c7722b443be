using System.Diagnostics;
using Barter.Cli.Paper;
using Barter.Cli.Terminal;
using Barter.MarketData;
using Barter.MarketData.Recorded.Columnar;
using Barter.MarketData.Recorded.Import;

namespace Barter.Cli.Verbs;

/// <summary><c>barter data import</c>: files of others into a catalogue.</summary>
internal sealed class DataImportVerb(CliConsole console)
{
    private static readonly string Text =
        $"""
        Formats are told by header, first row and name: dumps of Binance, files of Tardis and
        LEAN, the JSON of this program, and any CSV with a header that names its columns.
        --source names one: {string.Join(", ", RecordedMarketData.Formats.Take(4))},
          {string.Join(", ", RecordedMarketData.Formats.Skip(4).Take(5))},
          {string.Join(", ", RecordedMarketData.Formats.Skip(9))}
        --map says which column is what, by title or by number from 1. Trades have time, price and
        amount, and may have id, side and buyer_is_maker; quotes time, bid and ask, and may have
        bid_amount and ask_amount; bars open, high, low, close and time, their open, or close_time,
        and may have volume and trade_count. All may have symbol, and received.
        Rows stay in the order of the file. One that is more than a minute before an earlier one
        refuses the file, as do rows of two symbols. A row that repeats the one before is passed over.
        The same file is imported once; files before the one that is refused stay imported.

        Example:
          barter data import BTCUSDT-trades-2025-01-*.zip --to market \
            --exchange binance_spot --instrument BTCUSDT
          barter data import quotes.csv --to market --config data/config/spot.json \
            --instrument BTCUSDT --map time=stamp,bid=b,ask=a

        """;

    public static VerbCommand Create(CliConsole console)
    {
        var options = new DataImportOptions();
        var command = new VerbCommand("import", "Bring files of market data into a catalogue.") { More = () => Text };
        options.AddTo(command);
        var verb = new DataImportVerb(console);
        command.SetAction((parsed, cancellation) => verb.RunAsync(options.Read(parsed), cancellation));
        return command;
    }

    private async Task<int> RunAsync(DataImportRequest request, CancellationToken cancellation)
    {
        var (catalog, options) = request.Prepare();
        var target = MarketCatalog.OpenOrCreate(request.Folder);
        var files = new List<ImportedFile>();
        try
        {
            foreach (var path in request.Files)
            {
                using var import = new MarketImport(target, path, catalog, options);
                var length = new FileInfo(path).Length;
                var (watch, rate) = (Stopwatch.StartNew(), new EventRate());
                var result = await ProgressBar.WatchAsync(
                    console,
                    () => string.Create(
                        null,
                        $"{Path.GetFileName(path)} {rate.After(watch.Elapsed, import.Events) / 1e6:F1} M events/s"),
                    () => import.Progress,
                    Task.Run(() => import.Run(cancellation), CancellationToken.None));
                files.Add(new ImportedFile(path, length, watch.Elapsed, result));
                if (!request.IsJson)
                {
                    console.Output.Write(DataImportPage.Of(files[^1]));
                }
            }
        }
        finally
        {
            console.Output.Write(request.IsJson ? DataImportPage.JsonOf(files, target.Folder)
                : files.Count > 1 ? DataImportPage.Total(files, target.Folder)
                : "");
        }

        return ExitCode.Done;
    }
}
