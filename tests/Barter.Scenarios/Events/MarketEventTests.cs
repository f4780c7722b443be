using System.Text.Json;
using Barter.Model;

namespace Barter.Scenarios.Events;

public sealed class MarketEventTests
{
    private static readonly Timestamp EngineTime = Timestamp.Parse("2025-04-05T06:07:08Z");

    [Fact]
    [Trait("Case", "BND-013")]
    public void The_top_of_a_book()
    {
        var time = Timestamp.Parse("2025-01-02T03:04:05Z");

        var book = Told.Json(EngineEvents.MarketL1(
                ExchangeId.BinanceSpot, new InstrumentIndex(7),
                new OrderBookL1(time, new Level(100.5m, 2.0m), new Level(101.0m, 1.5m))))
            .At("Market.Item.kind.OrderBookL1");

        Assert.Equal("2025-01-02T03:04:05Z", book.Text("last_update_time"));
        Assert.Equal(("100.5", "2"), Level(book.At("best_bid")));
        Assert.Equal(("101", "1.5"), Level(book.At("best_ask")));
    }

    [Fact]
    [Trait("Case", "BND-014")]
    public void A_candle()
    {
        var time = Timestamp.Parse("2025-02-03T04:05:06Z");

        var item = Told.Json(EngineEvents.MarketCandle(
                ExchangeId.Kraken, new InstrumentIndex(4),
                new Candle(time + TimeSpan.FromMinutes(1), 100m, 110m, 95m, 105m, 250.5m, 42), time))
            .At("Market.Item");

        Assert.Equal("2025-02-03T04:05:06Z", item.Text("time_exchange"));
        var candle = item.At("kind.Candle");
        Assert.Equal("2025-02-03T04:06:06Z", candle.Text("close_time"));
        Assert.Equal(
            [100m, 110m, 95m, 105m, 250.5m, 42m],
            new[] { "open", "high", "low", "close", "volume", "trade_count" }
                .Select(name => candle.At(name).GetDecimal()));
    }

    [Theory]
    [InlineData("volume", 10, 5, -1)]
    [InlineData("low", 5, 10, 1)]
    public void A_candle_that_cannot_be_is_refused(string named, int high, int low, int volume)
    {
        var candle = new Candle(EngineTime, 7m, high, low, 7m, volume, 1);

        var refused = Assert.Throws<ArgumentOutOfRangeException>(
            () => EngineEvents.MarketCandle(ExchangeId.Kraken, new InstrumentIndex(4), candle, EngineTime));

        Assert.StartsWith(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "BND-016")]
    public void All_of_a_book()
    {
        var told = EngineEvents.MarketBookSnapshot(
            ExchangeId.BinanceSpot, new InstrumentIndex(3), Levels(12345), EngineTime + TimeSpan.FromSeconds(1));

        var book = Told.Json(told).At("Market.Item.kind.OrderBook.Snapshot");

        Assert.Equal(12345, book.At("sequence").GetInt64());
        Assert.Equal("2025-04-05T06:07:08Z", book.Text("time_engine"));
        Assert.Equal([("100.5", "2"), ("100", "1.5")], SideOf(book, "bids"));
        Assert.Equal([("101", "1"), ("101.5", "0.5")], SideOf(book, "asks"));
    }

    [Fact]
    [Trait("Case", "XA-012")]
    public void A_change_of_a_book()
    {
        var told = EngineEvents.MarketBookUpdate(
            ExchangeId.BinanceSpot, new InstrumentIndex(3), Levels(12346), EngineTime + TimeSpan.FromSeconds(1));

        var update = Assert.IsType<EngineEvent.Market>(told).Event;
        Assert.Equal(MarketEventKind.OrderBookUpdate, update.Kind);
        Assert.Equal((12346UL, EngineTime), (update.Levels.Sequence, update.Levels.TimeEngine));
        Assert.Equal(update.TimeExchange, update.TimeReceived);
        Assert.Equal([100.5m, 100m], update.Levels.Bids.Select(level => level.Price));
        Assert.Equal([101m, 101.5m], update.Levels.Asks.Select(level => level.Price));
    }

    [Fact]
    public void A_trade_or_a_liquidation_of_nothing_is_refused()
    {
        var (trade, liquidation) =
            (new PublicTrade("1", 10m, 0m, Side.Buy), new Liquidation(Side.Buy, 10m, 0m, EngineTime));

        Assert.Throws<ArgumentOutOfRangeException>(
            () => EngineEvents.MarketTrade(ExchangeId.Okx, new InstrumentIndex(0), trade, EngineTime));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => EngineEvents.MarketLiquidation(ExchangeId.Okx, new InstrumentIndex(0), liquidation));
    }

    // Given worst first, to see that they are sorted
    private static OrderBookLevels Levels(ulong sequence) => new(
        sequence, EngineTime, [new Level(100.0m, 1.5m), new Level(100.5m, 2m)],
        [new Level(101.5m, 0.5m), new Level(101.0m, 1m)]);

    private static IEnumerable<(string Price, string Amount)> SideOf(JsonElement book, string side) =>
        book.At($"{side}.levels").EnumerateArray().Select(Level);

    private static (string Price, string Amount) Level(JsonElement level) =>
        (level.Text("price"), level.Text("amount"));
}
