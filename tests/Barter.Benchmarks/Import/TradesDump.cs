using System.Globalization;
using System.IO.Compression;
using System.Text;
using Barter.Benchmarks.Measuring;
using Barter.MarketData;
using Barter.MarketData.Recorded.Columnar;
using Barter.MarketData.Recorded.Import;
using Barter.Model;

namespace Barter.Benchmarks.Import;

/// <summary>A made-up dump of trades, plain and zipped, in a folder of its own, and what is done with it.</summary>
internal sealed class TradesDump : IDisposable
{
    private const string Name = "BTCUSDT-trades-2025-01-02";

    private static readonly InstrumentCatalog Instruments =
        MarketImport.OnlyInstrument(ExchangeId.BinanceSpot, "BTCUSDT");

    private readonly string _folder = Directory.CreateTempSubdirectory("barter-import-").FullName;
    private readonly int _count;

    public TradesDump(int count)
    {
        _count = count;
        (Plain, Zipped) = (Path.Combine(_folder, $"{Name}.csv"), Path.Combine(_folder, $"{Name}.zip"));
        Write();
    }

    /// <summary>The file as text.</summary>
    public string Plain { get; }

    /// <summary>The same, zipped.</summary>
    public string Zipped { get; }

    /// <summary>What no reader can do without.</summary>
    public Work CountLines => Of(() => File.ReadAllBytes(Plain).AsSpan().Count((byte)'\n'));

    /// <summary>Rows to events.</summary>
    public Work Reading(string path) => Of(() =>
    {
        using var stream = new RecordedMarketData(path, Instruments).Open();
        while (!stream.Next().IsEmpty)
        {
        }

        return stream.Report.Items;
    });

    /// <summary>Rows to a file of columns in a new catalogue.</summary>
    public Work Importing => Of(() =>
    {
        var target = Path.Combine(_folder, "catalogue");
        using var import = new MarketImport(
            MarketCatalog.OpenOrCreate(target), Plain, Instruments, RecordedMarketDataOptions.Default);
        var count = import.Run().File.Content.Count;
        Directory.Delete(target, recursive: true);
        return count;
    });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Work Of(Func<long> round) => Work.Of(_count, () =>
    {
        var count = round();
        if (count != _count)
        {
            throw new InvalidOperationException($"{count} trades came out, not {_count}");
        }
    });

    private void Write()
    {
        var text = new StringBuilder();
        var price = 9_500_000L;
        var draws = new Random(1);
        for (var row = 0L; row < _count; row++)
        {
            price += draws.Next(-40, 41);
            var (amount, isMaker) = (draws.Next(1, 200_000), draws.Next(2) == 0);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{4_000_000_000 + row},{price / 100m:F8},{amount / 100_000m:F8},");
            text.Append(CultureInfo.InvariantCulture, $"{price * (decimal)amount / 10_000_000m:F8},");
            text.Append(CultureInfo.InvariantCulture, $"{1_735_776_000_000_000 + (row * 86_000)},{isMaker},True\n");
        }

        File.WriteAllText(Plain, text.ToString());
        using var archive = ZipFile.Open(Zipped, ZipArchiveMode.Create);
        archive.CreateEntryFromFile(Plain, $"{Name}.csv", CompressionLevel.Optimal);
    }
}
