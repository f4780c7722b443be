using System.IO.Compression;
using Barter.Model;

namespace Barter.MarketData.Tests.Import;

/// <summary>Files of CSV as they are read.</summary>
internal static class Imported
{
    public static readonly InstrumentIndex Btc = new(0);

    public static readonly InstrumentCatalog Instruments = Given.OneInstrument;

    public static Reading Of(string name, string text, RecordedMarketDataOptions? options = null) =>
        Of(name, Given.Utf8(text), options);

    public static Reading Of(string name, byte[] bytes, RecordedMarketDataOptions? options = null)
    {
        using var file = new TempFile(bytes, name);
        return Reading.Of(new RecordedMarketData(file.Path, Instruments, options));
    }

    /// <summary>The refusal from the line on.</summary>
    public static string RefusalOf(Reading reading, string name) => reading.Failure is { } failure
        ? failure.Message[(failure.Message.IndexOf(name, StringComparison.Ordinal) + name.Length)..]
        : "";

    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return target.ToArray();
    }

    public static MarketEvent Trade(
        string time, string received, string id, decimal price, decimal amount, Side side) =>
        MarketEvent.OfTrade(
            ExchangeId.BinanceSpot, Btc, Timestamp.Parse(time), Timestamp.Parse(received),
            new PublicTrade(id, price, amount, side));

    public static MarketEvent Trade(string time, string id, decimal price, decimal amount, Side side) =>
        Trade(time, time, id, price, amount, side);

    public static MarketEvent Quote(string time, string received, Level? bid, Level? ask) =>
        MarketEvent.OfL1(
            ExchangeId.BinanceSpot, Btc, Timestamp.Parse(time), Timestamp.Parse(received),
            new OrderBookL1(Timestamp.Parse(time), bid, ask));

    public static MarketEvent Bar(
        string close, decimal open, decimal high, decimal low, decimal last, decimal volume, ulong count = 0) =>
        MarketEvent.OfCandle(
            ExchangeId.BinanceSpot, Btc, Timestamp.Parse(close), Timestamp.Parse(close),
            new Candle(Timestamp.Parse(close), open, high, low, last, volume, count));

    public static MarketEvent Book(
        bool isSnapshot, string time, string received, ulong sequence, ValueList<Level> bids, ValueList<Level> asks)
    {
        var levels = new OrderBookLevels(sequence, null, bids, asks);
        var (at, heard) = (Timestamp.Parse(time), Timestamp.Parse(received));
        return isSnapshot
            ? MarketEvent.OfBookSnapshot(ExchangeId.BinanceSpot, Btc, at, heard, levels)
            : MarketEvent.OfBookUpdate(ExchangeId.BinanceSpot, Btc, at, heard, levels);
    }
}
