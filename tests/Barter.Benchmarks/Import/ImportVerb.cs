using System.Globalization;
using System.IO.Compression;
using System.Text;
using Barter.Benchmarks.Measuring;
using Barter.MarketData;
using Barter.MarketData.Recorded.Columnar;
using Barter.MarketData.Recorded.Import;
using Barter.Model;

namespace Barter.Benchmarks.Import;

/// <summary>Reads a made-up dump of trades, beside counting its lines, which no reader can do without.</summary>
internal static class ImportVerb
{
    private const int TradeCount = 1_000_000;
    private const string Dump = "BTCUSDT-trades-2025-01-02";

    private static readonly InstrumentCatalog Instruments =
        MarketImport.OnlyInstrument(ExchangeId.BinanceSpot, "BTCUSDT");

    public static async Task<int> Run(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("barter-import-").FullName;
        try
        {
            var (plain, zipped) = Write(folder);
            var lines = Of(() => File.ReadAllBytes(plain).AsSpan().Count((byte)'\n'));
            const string Baseline = "count lines";
            Row[] rows =
            [
                await Rounds.CompareAsync("trades as CSV to events", Of(() => Read(plain)), Baseline, lines),
                await Rounds.CompareAsync("trades as zipped CSV to events", Of(() => Read(zipped)), Baseline, lines),
                await Rounds.CompareAsync(
                    "import of trades as CSV", Of(() => Import(folder, plain)), Baseline, lines),
            ];
            Report.Print(Console.Out, rows, "import", args is ["--json"]);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Work Of(Func<long> round) => new(TradeCount, () =>
    {
        var count = round();
        return count == TradeCount
            ? Task.CompletedTask
            : throw new InvalidOperationException($"{count} trades came out, not {TradeCount}");
    });

    private static long Read(string path)
    {
        using var stream = new RecordedMarketData(path, Instruments).Open();
        while (!stream.Next().IsEmpty)
        {
        }

        return stream.Report.Items;
    }

    private static long Import(string folder, string path)
    {
        var target = Path.Combine(folder, "catalogue");
        using (var import = new MarketImport(
            MarketCatalog.OpenOrCreate(target), path, Instruments, RecordedMarketDataOptions.Default))
        {
            var count = import.Run().File.Content.Count;
            Directory.Delete(target, recursive: true);
            return count;
        }
    }

    private static (string Plain, string Zipped) Write(string folder)
    {
        var (plain, zipped) = (Path.Combine(folder, $"{Dump}.csv"), Path.Combine(folder, $"{Dump}.zip"));
        var text = new StringBuilder();
        var price = 9_500_000L;
        var draws = new Random(1);
        for (var row = 0L; row < TradeCount; row++)
        {
            price += draws.Next(-40, 41);
            var (amount, isMaker) = (draws.Next(1, 200_000), draws.Next(2) == 0);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{4_000_000_000 + row},{price / 100m:F8},{amount / 100_000m:F8},");
            text.Append(CultureInfo.InvariantCulture, $"{price * (decimal)amount / 10_000_000m:F8},");
            text.Append(CultureInfo.InvariantCulture, $"{1_735_776_000_000_000 + (row * 86_000)},{isMaker},True\n");
        }

        File.WriteAllText(plain, text.ToString());
        using var archive = ZipFile.Open(zipped, ZipArchiveMode.Create);
        archive.CreateEntryFromFile(plain, $"{Dump}.csv", CompressionLevel.Optimal);
        return (plain, zipped);
    }
}
