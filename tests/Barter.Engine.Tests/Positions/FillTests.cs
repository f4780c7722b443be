using Barter.Engine.Audit;
using Barter.Engine.Orders;
using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests.Positions;

public sealed class FillTests
{
    private readonly TradingEngine _engine = NewEngine();

    [Fact]
    public void A_fill_that_is_told_twice_counts_once()
    {
        var fill = FillOf(Side.Buy, 100m, 1m, 1m, Day(1));

        Assert.True(_engine.Process(Filled(fill)).IsQuiet);
        var step = _engine.Process(Filled(fill));

        Assert.Equal([new EngineOutput.Anomaly(OrderAnomaly.Repeated, null)], step.Outputs);
        Assert.Equal(1m, _engine.State[BtcUsdt].Position!.QuantityAbs);
    }

    [Fact]
    public void A_fill_is_known_again_when_a_query_tells_it_without_strategy_or_with_another_clock()
    {
        var fill = FillOf(Side.Buy, 100m, 1m, 1m, Day(1));
        _engine.Process(Filled(fill));

        _engine.Process(Filled(fill with
        {
            Strategy = StrategyId.Unknown,
            TimeExchange = Day(1).AddNanos(1_000),
            Fees = new AssetFees(Usdt, 1m),
        }));

        Assert.Equal(1m, _engine.State[BtcUsdt].Position!.QuantityAbs);
    }

    [Theory]
    [InlineData("other order")]
    [InlineData("other side")]
    [InlineData("other price")]
    [InlineData("other quantity")]
    [InlineData("other id")]
    [InlineData("other instrument")]
    public void A_fill_that_differs_in_what_was_traded_is_news(string row)
    {
        var fill = FillOf(Side.Buy, 100m, 1m);
        _engine.Process(Filled(fill));

        var step = _engine.Process(Filled(row switch
        {
            "other order" => fill with { OrderId = new OrderId("2") },
            "other side" => fill with { Side = Side.Sell },
            "other price" => fill with { Price = 101m },
            "other quantity" => fill with { Quantity = 0.5m },
            "other id" => fill with { Id = new TradeId("u") },
            _ => fill with { Instrument = EthBtc },
        }));

        Assert.DoesNotContain(step.Outputs, output => output is EngineOutput.Anomaly);
    }

    [Fact]
    public void Fills_of_two_strategies_net_into_one_position()
    {
        _engine.Process(Filled(FillOf(Side.Buy, 100m, 1m, id: "1")));
        _engine.Process(Filled(FillOf(Side.Sell, 100m, 3m, id: "2") with { Strategy = new StrategyId("other") }));

        Assert.Equal(-2m, _engine.State[BtcUsdt].Position!.QuantitySigned);
    }

    [Fact]
    public void A_flip_shows_its_fill_in_both_positions()
    {
        _engine.Process(Filled(FillOf(Side.Buy, 100m, 1m, id: "1")));
        var step = _engine.Process(Filled(FillOf(Side.Sell, 100m, 3m, id: "2")));

        var exit = Assert.IsType<EngineOutput.PositionExit>(Assert.Single(step.Outputs)).Position;
        Assert.Equal([new TradeId("1"), new TradeId("2")], exit.Trades);
        Assert.Equal([new TradeId("2")], _engine.State[BtcUsdt].Position!.Trades);
    }

    [Fact]
    public void The_market_marks_a_position_again_and_older_news_does_not()
    {
        _engine.Process(Filled(FillOf(Side.Sell, 100m, 2m, 10m, Day(1))));
        Assert.Null(_engine.State[BtcUsdt].Position!.Mark);

        _engine.Process(Trade(BtcUsdt, 90m, Day(2)));
        _engine.Process(Trade(BtcUsdt, 50m, Day(1)));

        Assert.Equal(90m, _engine.State[BtcUsdt].Position!.Mark);
        Assert.Equal(10m, _engine.State[BtcUsdt].Position!.PnlUnrealised);
        Assert.Equal(20m, _engine.State[BtcUsdt].PnlUnrealised);
    }

    [Fact]
    public void A_fill_marks_the_position_until_the_market_moves()
    {
        _engine.Process(Filled(FillOf(Side.Buy, 100m, 1m, id: "1")));
        _engine.Process(Trade(BtcUsdt, 90m, Day(1)));
        _engine.Process(Filled(FillOf(Side.Buy, 120m, 1m, id: "2", time: Day(1))));
        Assert.Equal(120m, _engine.State[BtcUsdt].Position!.Mark);

        _engine.Process(Book(BtcUsdt, new Level(100m, 1m), new Level(102m, 1m), Day(2)));
        Assert.Equal(101m, _engine.State[BtcUsdt].Position!.Mark);
    }

    [Fact]
    public void A_fill_of_a_negative_quantity_counts_its_size_on_its_side()
    {
        _engine.Process(Filled(FillOf(Side.Sell, 100m, -2m)));

        Assert.Equal(-2m, _engine.State[BtcUsdt].Position!.QuantitySigned);
    }

    [Theory]
    [InlineData("no quantity", "100", "0", "0")]
    [InlineData("quantity beyond counting", "100", "10000000000001", "0")]
    [InlineData("price beyond counting", "10000000000001", "1", "0")]
    [InlineData("fees beyond counting", "100", "1", "-10000000000001")]
    public void A_fill_that_cannot_be_counted_is_refused(string row, string price, string quantity, string fee)
    {
        var before = StateText.Of(_engine.State);

        var step = _engine.Process(Filled(FillOf(Side.Buy, Of(price), Of(quantity), Of(fee), Day(1))));

        Assert.IsType<EngineError.OutOfRange>(Assert.Single(step.Errors));
        Assert.True(before == StateText.Of(_engine.State), row);
    }

    private static decimal Of(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
