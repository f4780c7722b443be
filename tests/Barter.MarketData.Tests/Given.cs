using System.IO.Compression;
using System.Text;
using Barter.Model;

namespace Barter.MarketData.Tests;

/// <summary>What the tests of this project begin with.</summary>
internal static class Given
{
    public const string Trade =
        """{"Item":{"time_exchange":"2025-01-02T10:00:00.100Z","time_received":"2025-01-02T10:00:00.160000001Z","""
        + "\"exchange\":\"binance_spot\",\"instrument\":0,\"kind\":"
        + """{"Trade":{"id":"7","price":100.5,"amount":0.25,"side":"Buy"}}}}""";

    public const string Reconnecting = """{"Reconnecting":"binance_spot"}""";

    public const string Error = """{"Item":{"Err":{"Socket":"closed"}}}""";

    public static readonly Timestamp Time = Timestamp.Parse("2025-01-02T10:00:00.100Z");

    /// <summary>binance_spot btc, eth, sol and okx btc, in this order.</summary>
    public static readonly InstrumentCatalog Catalog = InstrumentCatalog.Build(
    [
        Instrument.Spot(ExchangeId.BinanceSpot, "BTCUSDT", "btc", "usdt"),
        Instrument.Spot(ExchangeId.BinanceSpot, "ETHUSDT", "eth", "usdt"),
        Instrument.Spot(ExchangeId.BinanceSpot, "SOLUSDT", "sol", "usdt"),
        Instrument.Spot(ExchangeId.Okx, "BTC-USDT", "btc", "usdt"),
    ]);

    public static readonly InstrumentCatalog OneInstrument = InstrumentCatalog.Build(
        [Instrument.Spot(ExchangeId.BinanceSpot, "BTCUSDT", "btc", "usdt")]);

    /// <summary>One event of every kind, instruments of both exchanges, ids that are and are not numbers.</summary>
    public static readonly MarketEvent[] EveryKind = [.. Enumerate()];

    /// <summary>The trade with the value of one of its fields, as JSON, replaced.</summary>
    public static string TradeWith(string field, string value)
    {
        var start = Trade.IndexOf($"\"{field}\":", StringComparison.Ordinal) + field.Length + 3;
        var length = Trade[start..].IndexOfAny([',', '}']);
        return Trade[..start] + value + Trade[(start + length)..];
    }

    public static byte[] Zipped(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Optimal))
        {
            zip.Write(bytes);
        }

        return target.ToArray();
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A file of the shared data beside the repository; null where there is none.</summary>
    public static string? Shared(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    private static IEnumerable<MarketEvent> Enumerate()
    {
        var (at, heard) = (Time, Time.AddNanos(1_234_567));
        var (btc, okx) = (new InstrumentIndex(0), new InstrumentIndex(3));
        var (bid, ask) = (new Level(100.4m, 2m), new Level(100.60m, 0m));
        yield return MarketEvent.OfTrade(ExchangeId.BinanceSpot, btc, at, heard, 42, 100.50m, 0.00000001m, Side.Buy);
        yield return MarketEvent.OfTrade(
            ExchangeId.Okx, okx, at, heard,
            new PublicTrade("a-\"é\"\\1", 79228162514264337593543950335m, 1m, Side.Sell));
        yield return MarketEvent.OfTrade(ExchangeId.Okx, okx, at, heard, new PublicTrade("007", 1m, 1m, Side.Sell));
        yield return MarketEvent.Reconnecting(ExchangeId.Okx);
        yield return MarketEvent.OfL1(ExchangeId.BinanceSpot, btc, at, heard, new OrderBookL1(at, bid, ask));
        yield return MarketEvent.OfL1(ExchangeId.BinanceSpot, btc, at, heard, new OrderBookL1(at, null, ask));
        yield return MarketEvent.OfL1(ExchangeId.BinanceSpot, btc, at, heard, new OrderBookL1(at, bid, null));
        yield return MarketEvent.OfBookSnapshot(
            ExchangeId.Okx, okx, at, heard, new OrderBookLevels(ulong.MaxValue, at, [bid, new Level(99m, 1m)], [ask]));
        yield return MarketEvent.OfBookUpdate(ExchangeId.Okx, okx, at, heard, new OrderBookLevels(8, null, [], [ask]));
        yield return MarketEvent.OfCandle(
            ExchangeId.BinanceSpot, btc, at, heard, new Candle(at, 100.5m, 101m, 100m, 100.8m, 12.5m, 42));
        yield return MarketEvent.OfLiquidation(
            ExchangeId.BinanceSpot, btc, at, heard, new Liquidation(Side.Sell, 99.1m, 3m, at));
    }
}
