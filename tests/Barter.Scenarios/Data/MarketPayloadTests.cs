using Barter.Model;

namespace Barter.Scenarios.Data;

public sealed class MarketPayloadTests
{
    private static readonly Timestamp Noon = Timestamp.Parse("2024-01-01T12:00:00Z");
    private static readonly Candle Candle = new(Noon, 50000m, 51000m, 49000m, 50500m, 100m, 50);

    [Fact]
    [Trait("Case", "DATA-001")]
    [Trait("Case", "DATA-003")]
    public void A_public_trade_holds_what_was_told()
    {
        var trade = new PublicTrade("123", 50000m, 0.1m, Side.Buy);

        Assert.Equal(("123", 50000m, 0.1m, Side.Buy), (trade.Id, trade.Price, trade.Amount, trade.Side));
        Assert.Contains(nameof(PublicTrade), trade.ToString());
    }

    [Fact]
    [Trait("Case", "DATA-008")]
    [Trait("Case", "DATA-014")]
    public void An_L1_book_holds_its_time_and_both_sides()
    {
        var book = new OrderBookL1(Noon, new Level(49999m, 0.5m), new Level(50001m, 0.3m));

        Assert.Equal(Noon, book.LastUpdateTime);
        Assert.Equal(new Level(49999m, 0.5m), book.BestBid);
        Assert.Equal(new Level(50001m, 0.3m), book.BestAsk);
        Assert.Contains(nameof(OrderBookL1), book.ToString());
    }

    [Fact]
    [Trait("Case", "DATA-010")]
    public void The_middle_of_an_L1_book_is_halfway_between_its_sides() =>
        Assert.Equal(50000m, new OrderBookL1(Noon, new Level(49999m, 0.5m), new Level(50001m, 0.3m)).MidPrice());

    [Fact]
    [Trait("Case", "DATA-011")]
    public void An_L1_book_without_both_sides_has_no_middle()
    {
        Assert.Null(new OrderBookL1(Noon, null, null).MidPrice());
        Assert.Null(new OrderBookL1(Noon, new Level(1m, 1m), null).MidPrice());
        Assert.Null(new OrderBookL1(Noon, null, new Level(1m, 1m)).VolumeWeightedMidPrice());
    }

    [Fact]
    [Trait("Case", "DATA-013")]
    public void L1_books_are_equal_by_what_they_hold()
    {
        var book = new OrderBookL1(Noon, new Level(49999m, 0.5m), new Level(50001m, 0.3m));

        Assert.Equal(new OrderBookL1(Noon, new Level(49999m, 0.5m), new Level(50001m, 0.3m)), book);
        Assert.NotEqual(book with { BestBid = null }, book);
    }

    [Fact]
    [Trait("Case", "DATA-015")]
    [Trait("Case", "DATA-017")]
    public void A_candle_holds_all_seven_values()
    {
        Assert.Equal(
            (Noon, 50000m, 51000m, 49000m, 50500m, 100m, 50UL),
            (Candle.CloseTime, Candle.Open, Candle.High, Candle.Low, Candle.Close, Candle.Volume, Candle.TradeCount));
        Assert.Contains(nameof(Candle), Candle.ToString());
    }

    [Fact]
    [Trait("Case", "DATA-019")]
    [Trait("Case", "DATA-020")]
    public void Liquidations_are_equal_by_what_they_hold()
    {
        var liquidation = new Liquidation(Side.Buy, 50000m, 0.1m, Noon);

        Assert.Equal(new Liquidation(Side.Buy, 50000m, 0.1m, Noon), liquidation);
        Assert.NotEqual(liquidation with { Side = Side.Sell }, liquidation);
        Assert.Contains(nameof(Liquidation), liquidation.ToString());
    }
}
