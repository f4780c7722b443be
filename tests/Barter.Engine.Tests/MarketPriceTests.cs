using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests;

public sealed class MarketPriceTests
{
    private readonly TradingEngine _engine = NewEngine();

    private decimal? Price => _engine.State[BtcUsdt].Price;

    [Theory]
    [InlineData("equal sizes", 100, 100, 200, 100, "150")]
    [InlineData("more is asked", 100, 600, 200, 1000, "137.5")]
    [InlineData("one price", 1000, 5, 1000, 5, "1000")]
    [InlineData("no sizes", 100, 0, 200, 0, "150")]
    public void The_price_of_a_book_is_its_middle_weighted_by_the_other_side(
        string row, int bid, int bidAmount, int ask, int askAmount, string expected)
    {
        _engine.Process(Book(BtcUsdt, new Level(bid, bidAmount), new Level(ask, askAmount), Day(1)));

        Assert.True(Price == decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), row);
    }

    [Fact]
    public void The_newest_of_trade_book_and_candle_wins()
    {
        Assert.Null(Price);
        _engine.Process(Book(BtcUsdt, new Level(100m, 1m), new Level(102m, 1m), Day(2)));
        _engine.Process(Trade(BtcUsdt, 50m, Day(1)));
        Assert.Equal(101m, Price);

        _engine.Process(Trade(BtcUsdt, 60m, Day(3)));
        Assert.Equal(60m, Price);

        _engine.Process(Candle(70m, Day(4)));
        Assert.Equal(70m, Price);

        _engine.Process(Trade(BtcUsdt, 10m, Day(3)));
        Assert.Equal(70m, Price);

        _engine.Process(Book(BtcUsdt, new Level(80m, 1m), new Level(82m, 1m), Day(4)));
        Assert.Equal(81m, Price);
    }

    [Fact]
    public void A_book_with_one_side_leaves_the_last_trade_as_price()
    {
        _engine.Process(Book(BtcUsdt, new Level(100m, 1m), null, Day(1)));
        Assert.Null(Price);

        _engine.Process(Trade(BtcUsdt, 50m, Day(1)));
        _engine.Process(Book(BtcUsdt, null, new Level(102m, 1m), Day(2)));
        Assert.Equal(50m, Price);
        var market = _engine.State[BtcUsdt].Market;
        Assert.Equal((null, new Level(102m, 1m)), (market.BestBid, market.BestAsk));
    }

    [Fact]
    public void Deep_books_and_liquidations_leave_the_price()
    {
        _engine.Process(Trade(BtcUsdt, 50m, Day(1)));

        _engine.Process(new EngineEvent.Market(MarketEvent.OfLiquidation(
            ExchangeId.BinanceSpot, BtcUsdt, Day(2), Day(2), new Liquidation(Side.Sell, 1m, 1m, Day(2)))));
        _engine.Process(new EngineEvent.Market(MarketEvent.OfBookSnapshot(
            ExchangeId.BinanceSpot, BtcUsdt, Day(2), Day(2), new OrderBookLevels(1, null, [], []))));

        Assert.Equal((50m, Day(2)), (Price, _engine.State.Time));
    }

    private static EngineEvent Candle(decimal close, Timestamp time) => new EngineEvent.Market(MarketEvent.OfCandle(
        ExchangeId.BinanceSpot, BtcUsdt, time, time, new Candle(time, 1m, 99m, 1m, close, 1m, 1)));
}
