using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Engine.Strategies;
using Barter.Model;
using Barter.Scenarios.EngineModel;

namespace Barter.Scenarios.Strategies;

public sealed class StrategyTests
{
    private static readonly EngineEvent MarketLost =
        new EngineEvent.Market(MarketEvent.Reconnecting(ExchangeId.BinanceSpot));

    private static readonly Command CloseAll = new Command.ClosePositions(InstrumentFilter.All);

    [Fact]
    [Trait("Case", "STR-001")]
    public void Strategies_choose_instruments_with_the_one_filter()
    {
        var filter = typeof(IStrategy).GetMethod(nameof(IStrategy.ClosePositions))!.GetParameters()[0];

        Assert.Equal(typeof(InstrumentFilter), filter.ParameterType);
        Assert.All(Desk.Catalog.Instruments, row => Assert.True(InstrumentFilter.All.Matches(row)));
    }

    /// <summary>At 51000 in the case: our market orders carry no price.</summary>
    [Fact]
    [Trait("Case", "STR-002")]
    public void A_long_position_is_closed_by_selling_all_of_it_at_market()
    {
        var key = Desk.Key("close-123", "test-strategy");

        var close = Closing.MarketOrder(key, Side.Buy, 100m);

        Assert.Equal((key, Side.Sell, 100m, null), (close.Key, close.Side, close.Quantity, close.Price));
        Assert.Equal((OrderKind.Market, TimeInForce.ImmediateOrCancel), (close.Kind, close.TimeInForce));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [Trait("Case", "STR-004")]
    public void A_position_without_size_cannot_be_closed(int quantity)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(
            () => Closing.MarketOrder(Desk.Key("close"), Side.Buy, quantity));
        Assert.StartsWith("position quantity must be positive", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "STR-006")]
    public void Where_nothing_is_held_closing_sends_nothing()
    {
        var step = new Desk().Do(CloseAll);

        Assert.Equal(
            [new EngineOutput.Commanded(new ActionOutput.ClosePositions(OrdersOutput.Empty))], step.Outputs);
        Assert.Empty(step.Requests);
    }

    [Fact]
    [Trait("Case", "STR-008")]
    public void A_position_without_a_price_is_closed_too()
    {
        var desk = new Desk();
        desk.Hold(Side.Buy, 50_000m, 100m);
        Assert.Null(desk[1].Price);

        var step = desk.Do(CloseAll);

        var open = Assert.IsType<ExecutionRequest.Open>(Assert.Single(step.Requests)).Request;
        Assert.Equal((Side.Sell, 100m, OrderKind.Market), (open.Side, open.Quantity, open.Kind));
    }

    [Fact]
    [Trait("Case", "STR-010")]
    public void A_strategy_may_cancel_its_orders_when_a_link_is_lost()
    {
        var desk = new Desk(new Careful());
        Assert.Empty(desk.Engine.Process(MarketLost).Requests);
        desk.Do(new Command.SendOpenRequests(
        [
            OrderRequestOpen.Limit(Desk.Key("a"), Side.Buy, 1m, 1m),
            OrderRequestOpen.Limit(Desk.Key("b"), Side.Buy, 1m, 1m),
        ]));

        Assert.Equal(
            [new ExecutionRequest.Cancel(new(Desk.Key("a"))), new ExecutionRequest.Cancel(new(Desk.Key("b")))],
            desk.Engine.Process(MarketLost).Requests);
        // What is being cancelled is not cancelled again
        Assert.Empty(desk.Engine.Process(new EngineEvent.AccountReconnecting(ExchangeId.BinanceSpot)).Requests);
    }

    [Fact]
    [Trait("Case", "STR-011")]
    public void A_strategy_may_close_its_positions_when_trading_is_disabled()
    {
        var desk = new Desk(new Careful(), TradingState.Enabled);
        Assert.Equal(
            [new EngineOutput.OnTradingDisabled(OrdersOutput.Empty)], desk.Trading(TradingState.Disabled).Outputs);
        desk.Trading(TradingState.Enabled);
        desk.Hold(Side.Sell, 50_000m, 2m);

        var step = desk.Trading(TradingState.Disabled);

        var open = Assert.IsType<ExecutionRequest.Open>(Assert.Single(step.Requests)).Request;
        Assert.Equal((Side.Buy, 2m), (open.Side, open.Quantity));
    }

    [Fact]
    [Trait("Case", "STR-012")]
    public void The_strategy_that_sends_nothing_has_the_id_it_is_given()
    {
        Assert.Equal("custom-strategy", new NoOrders(new StrategyId("custom-strategy")).Id.Value);
        Assert.Equal("none", new NoOrders().Id.Value);
    }

    [Fact]
    [Trait("Case", "STR-014")]
    public void The_strategy_that_sends_nothing_sends_nothing()
    {
        var step = new Desk(trading: TradingState.Enabled).Trade(100m, Desk.Start);

        Assert.True(step.IsQuiet);
        Assert.Empty(step.Requests);
    }

    [Fact]
    [Trait("Case", "STR-016")]
    public void The_strategy_that_sends_nothing_does_nothing_when_a_link_is_lost()
    {
        var desk = new Desk();
        desk.Do(new Command.SendOpenRequests([OrderRequestOpen.Limit(Desk.Key("a"), Side.Buy, 1m, 1m)]));

        var step = desk.Engine.Process(MarketLost);

        Assert.Equal(
            [new EngineOutput.MarketDisconnect(ExchangeId.BinanceSpot, OrdersOutput.Empty)], step.Outputs);
        Assert.Empty(step.Requests);
    }

    private sealed class Careful : IStrategy
    {
        public StrategyId Id { get; } = new("careful");

        public void Decide(EngineState state, OrderBatch orders)
        {
        }

        public void OnDisconnect(ExchangeIndex exchange, EngineState state, OrderBatch orders) =>
            Cancelling.All(new InstrumentFilter.Exchanges([exchange]), state, orders);

        public void OnTradingDisabled(EngineState state, OrderBatch orders) =>
            Closing.AtMarket(InstrumentFilter.All, state, orders);
    }
}
