using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Scenarios.Engine;

/// <summary>What a step says it did; a type of its own for every kind of output.</summary>
public sealed class OutputTests
{
    private static readonly InstrumentCatalog Catalog = InstrumentCatalog.Build(
    [
        Instrument.Spot(ExchangeId.BinanceSpot, "BTCUSDT", "btc", "usdt"),
        Instrument.Spot(ExchangeId.Kraken, "XBT/USD", "btc", "usd"),
        Instrument.Spot(ExchangeId.Kraken, "ETH/USD", "eth", "usd"),
    ]);

    [Fact]
    [Trait("Case", "XA-004")]
    public void An_open_request_that_was_sent_is_in_the_output()
    {
        var request = OrderRequestOpen.Limit(
            new OrderKey(
                new ExchangeIndex(1), new InstrumentIndex(2), new StrategyId("strategy-alpha"),
                new ClientOrderId("cid-1")),
            Side.Buy, 101.5m, 0.75m, TimeInForce.GoodUntilCancelled());

        var step = NewEngine(new NoOrders()).Process(EngineEvents.SendOpenRequests(request));

        var commanded = Assert.IsType<EngineOutput.Commanded>(Assert.Single(step.Outputs));
        var opens = Assert.IsType<ActionOutput.OpenOrders>(commanded.Action).Opens;
        Assert.Equal(request, Assert.Single(opens.Sent));
        Assert.Empty(opens.Errors);
    }

    [Fact]
    [Trait("Case", "XA-006")]
    public void What_a_strategy_sends_is_an_output_of_its_own()
    {
        var engine = NewEngine(new Farewell());
        var cause = EngineEvents.Trading(isEnabled: true);

        var output = Assert.IsType<EngineOutput.AlgoOrders>(Assert.Single(engine.Process(cause).Outputs));
        Assert.Equal((0, 1), (output.Orders.Cancels.Sent.Count, output.Orders.Opens.Sent.Count));

        // Nothing wished for is no output at all
        Assert.Empty(engine.Process(cause).Outputs);
        Assert.True(new EngineOutput.AlgoOrders(OrdersOutput.Empty).Orders.IsEmpty);
    }

    [Fact]
    [Trait("Case", "XA-009")]
    public void What_a_strategy_does_when_trading_is_disabled_is_in_the_output()
    {
        var engine = NewEngine(new Farewell());
        engine.Process(EngineEvents.Trading(isEnabled: true));

        var outputs = engine.Process(EngineEvents.Trading(isEnabled: false)).Outputs;

        var disabled = Assert.IsType<EngineOutput.OnTradingDisabled>(Assert.Single(outputs));
        Assert.Equal(Side.Sell, Assert.Single(disabled.Orders.Opens.Sent).Side);
        Assert.DoesNotContain(outputs, output => output is EngineOutput.Commanded);
    }

    private static TradingEngine NewEngine(IStrategy strategy) => new(new EngineSettings
    {
        Catalog = Catalog,
        Executions = Catalog.Exchanges,
        Strategy = strategy,
    });

    /// <summary>Buys once, and sells when trading is disabled.</summary>
    private sealed class Farewell : IStrategy
    {
        private bool _hasBought;

        public StrategyId Id { get; } = new("farewell");

        public void Decide(EngineState state, OrderBatch orders)
        {
            if (!_hasBought)
            {
                _hasBought = true;
                orders.Limit(new InstrumentIndex(0), Side.Buy, 100m, 1m);
            }
        }

        public void OnTradingDisabled(EngineState state, OrderBatch orders) =>
            orders.Limit(new InstrumentIndex(0), Side.Sell, 101m, 1m);
    }
}
