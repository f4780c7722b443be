namespace Barter.Model.Tests;

public class MarketEventTests
{
    private static readonly Timestamp Exchanged = new(100);
    private static readonly Timestamp Received = new(200);

    [Fact]
    public void A_trade_gives_back_what_it_was_made_of()
    {
        var trade = new PublicTrade("a-1", 100.5m, 2m, Side.Sell);

        var told = MarketEvent.OfTrade(ExchangeId.Okx, new(3), Exchanged, Received, trade);

        Assert.Equal(
            (MarketEventKind.Trade, ExchangeId.Okx, new InstrumentIndex(3), Exchanged, Received),
            (told.Kind, told.Exchange, told.Instrument, told.TimeExchange, told.TimeReceived));
        Assert.Equal(trade, told.Trade);
        Assert.Equal((100.5m, 2m, Side.Sell), (told.TradePrice, told.TradeAmount, told.TradeSide));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(4314349047, "4314349047")]
    [InlineData(-5, "-5")]
    [InlineData(long.MaxValue, "9223372036854775807")]
    [InlineData(long.MinValue, "-9223372036854775808")]
    public void A_trade_equals_its_twin_whether_its_id_came_as_number_or_text(long number, string text)
    {
        var byNumber = MarketEvent.OfTrade(ExchangeId.Okx, new(0), Exchanged, Received, number, 1m, 2m, Side.Buy);
        var byText = MarketEvent.OfTrade(ExchangeId.Okx, new(0), Exchanged, Received, new(text, 1m, 2m, Side.Buy));

        Assert.Equal(byNumber, byText);
        Assert.Equal(text, byNumber.Trade.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("007")]
    [InlineData("-0")]
    [InlineData("+7")]
    [InlineData("9223372036854775808")]
    public void An_id_that_only_looks_like_a_number_keeps_its_text(string text) => Assert.Equal(
        text, MarketEvent.OfTrade(ExchangeId.Okx, new(0), Exchanged, Received, new(text, 1m, 2m, Side.Buy)).Trade.Id);

    [Fact]
    public void The_top_of_a_book_may_have_one_side_only()
    {
        var book = new OrderBookL1(Received, null, new Level(101m, 3m));

        var told = MarketEvent.OfL1(ExchangeId.Okx, new(0), Exchanged, Received, book);

        Assert.Equal(book, told.L1);
        Assert.Equal((false, 0m, 0m), (told.HasBid, told.BidPrice, told.BidAmount));
        Assert.Equal((true, 101m, 3m), (told.HasAsk, told.AskPrice, told.AskAmount));
    }

    [Fact]
    public void Books_candles_and_liquidations_give_back_what_they_were_made_of()
    {
        var levels = new OrderBookLevels(7, null, [new(99m, 1m)], []);
        var candle = new Candle(Exchanged, 1m, 4m, 0.5m, 2m, 10m, 42);
        var liquidation = new Liquidation(Side.Sell, 9m, 8m, Exchanged);

        Assert.Same(levels, MarketEvent.OfBookSnapshot(ExchangeId.Okx, new(0), Exchanged, Received, levels).Levels);
        Assert.Same(levels, MarketEvent.OfBookUpdate(ExchangeId.Okx, new(0), Exchanged, Received, levels).Levels);
        Assert.Equal(candle, MarketEvent.OfCandle(ExchangeId.Okx, new(0), Exchanged, Received, candle).Candle);
        Assert.Equal(
            liquidation,
            MarketEvent.OfLiquidation(ExchangeId.Okx, new(0), Exchanged, Received, liquidation).Liquidation);
    }

    [Fact]
    public void What_an_event_is_not_cannot_be_read_from_it()
    {
        var lost = MarketEvent.Reconnecting(ExchangeId.Okx);

        Assert.True(lost.IsReconnecting);
        Assert.Equal(
            "the event is a Reconnecting, not a Trade",
            Assert.Throws<InvalidOperationException>(() => lost.Trade).Message);
        Assert.Throws<InvalidOperationException>(() => lost.L1);
        Assert.Throws<InvalidOperationException>(() => lost.Levels);
        Assert.Throws<InvalidOperationException>(() => lost.Candle);
        Assert.Throws<InvalidOperationException>(() => lost.Liquidation);
        Assert.Null(new EngineEvent.Market(lost).Time);
    }
}
