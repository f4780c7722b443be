using Barter.Engine.Audit;
using Barter.Engine.Strategies;
using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests.Strategies;

public sealed class EmaCrossTests
{
    private int _day;
    private int _trades;

    [Fact]
    public void It_buys_after_an_upward_crossing_and_sells_all_after_a_downward_one()
    {
        var engine = NewEngine(new EmaCross(2, 4, 1_000m), trading: TradingState.Enabled);
        Assert.Null(Prices(engine, 100m, 90m, 80m, 70m));

        var buy = Prices(engine, 200m);
        Assert.Equal((Side.Buy, 5m), (buy!.Side, buy.Quantity));
        Assert.Null(Prices(engine, 300m));

        Fills(engine, buy, 200m);
        Assert.Null(Prices(engine, 400m, 500m));

        var sell = Prices(engine, 10m);
        Assert.Equal((Side.Sell, 5m), (sell!.Side, sell.Quantity));

        Fills(engine, sell, 10m);
        Assert.Null(engine.State[BtcUsdt].Position);
        Assert.Null(Prices(engine, 9m, 8m));
    }

    [Fact]
    public void It_goes_from_long_to_short_in_one_order_where_that_is_allowed()
    {
        var engine = NewEngine(new EmaCross(2, 4, 1_000m, isShortAllowed: true), trading: TradingState.Enabled);
        var buy = Prices(engine, 100m, 110m, 120m, 125m);
        Fills(engine, buy!, 125m);

        var sell = Prices(engine, 10m);

        Assert.Equal((8m, Side.Sell, 108m), (buy!.Quantity, sell!.Side, sell.Quantity));
    }

    [Fact]
    public void It_orders_nothing_before_there_are_enough_samples()
    {
        var engine = NewEngine(new EmaCross(1, 4, 1_000m), trading: TradingState.Enabled);

        Assert.Null(Prices(engine, 100m, 200m, 300m));
        Assert.NotNull(Prices(engine, 400m));
    }

    [Fact]
    public void Events_that_tell_no_price_are_no_samples()
    {
        var engine = NewEngine(new EmaCross(1, 4, 1_000m), trading: TradingState.Enabled);
        Prices(engine, 100m, 200m);

        for (var i = 0; i < 9; i++)
        {
            Assert.Empty(engine.Process(MarketEvent.OfLiquidation(
                ExchangeId.BinanceSpot, BtcUsdt, Day(9), Day(9), new Liquidation(Side.Buy, 1m, 1m, Day(9)))).Requests);
        }
    }

    [Fact]
    public void It_learns_while_trading_is_disabled()
    {
        var engine = NewEngine(new EmaCross(2, 4, 1_000m));
        Assert.Null(Prices(engine, 100m, 110m, 120m, 130m));

        engine.Process(Trading(TradingState.Enabled));

        Assert.Equal(1, engine.State[BtcUsdt].Orders.Count);
    }

    [Theory]
    [InlineData("fast is not positive", 0, 4, 1)]
    [InlineData("slow is not above fast", 4, 4, 1)]
    [InlineData("no notional", 2, 4, 0)]
    public void Bad_lengths_and_sizes_are_refused(string row, int fast, int slow, int notional) =>
        Assert.True(Record.Exception(() => new EmaCross(fast, slow, notional)) is ArgumentOutOfRangeException, row);

    /// <summary>Trades at these prices, a day each. Returns the order that the last one caused.</summary>
    private OrderRequestOpen? Prices(TradingEngine engine, params decimal[] prices)
    {
        OrderRequestOpen? last = null;
        foreach (var price in prices)
        {
            Assert.Null(last);
            var step = engine.Process(TradeEvent(BtcUsdt, price, Day(++_day)));
            last = (step.Requests.SingleOrDefault() as ExecutionRequest.Open)?.Request;
        }

        return last;
    }

    private void Fills(TradingEngine engine, OrderRequestOpen order, decimal price)
    {
        var id = $"f{_trades++}";
        engine.Process(Filled(FillOf(order.Side, price, order.Quantity, 0m, Day(_day), id, BtcUsdt, id)));
        engine.Process(Reported(order, new InactiveOrderState.FullyFilled()));
    }
}
