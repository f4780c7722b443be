using System.Text.Json.Nodes;
using Barter.Configuration;
using Barter.MarketData.Streams;
using Barter.MarketData.Subscriptions;
using Barter.Model;

namespace Barter.Scenarios.Events;

/// <summary>Ids, requests, commands and configurations, as a user of the library writes them.</summary>
public sealed class WordTests
{
    private static readonly OrderKey Key = new(
        new ExchangeIndex(0), new InstrumentIndex(0), new StrategyId("strategy-alpha"), new ClientOrderId("cid-123"));

    [Fact]
    [Trait("Case", "BND-001")]
    public void A_shutdown_is_terminal() => Assert.True(EngineEvents.Shutdown.IsTerminal);

    [Fact]
    [Trait("Case", "BND-003")]
    public void A_subscription_id_is_its_text()
    {
        var id = new SubscriptionId("test-id");

        Assert.Equal(("test-id", "test-id"), (id.Value, id.ToString()));
        Assert.Equal(new SubscriptionId("test-id"), id);
        Assert.NotEqual(new SubscriptionId("other-id"), id);
    }

    [Fact]
    [Trait("Case", "BND-006")]
    public void An_order_key_reads_back()
    {
        var key = new OrderKey(
            new ExchangeIndex(2), new InstrumentIndex(7), new StrategyId("strategy-alpha"),
            new ClientOrderId("cid-42"));

        Assert.Equal(
            (2, 7, "strategy-alpha", "cid-42"),
            (key.Exchange.Value, key.Instrument.Value, key.Strategy.Value, key.ClientOrderId.Value));
    }

    [Fact]
    [Trait("Case", "BND-010")]
    public void An_event_comes_back_from_a_tree_and_from_text()
    {
        var told = EngineEvents.Trading(isEnabled: true);
        var text = ModelJson.EngineEvents.ToJson(told);
        var tree = JsonNode.Parse(text)!;

        Assert.Equal(told, ModelJson.EngineEvents.Parse(tree.ToJsonString()));
        Assert.Equal(told, ModelJson.EngineEvents.Parse(text));
        Assert.False(ModelJson.EngineEvents.Parse(text).IsTerminal);
    }

    [Fact]
    [Trait("Case", "BND-020")]
    [Trait("Case", "BND-021")]
    public void A_configuration_comes_back_from_what_it_writes()
    {
        if (Repository.Sample("system_config.json") is not { } path)
        {
            return;
        }

        var config = SystemConfig.Parse(File.ReadAllText(path));
        var tree = JsonNode.Parse(config.ToJson())!;
        var again = SystemConfig.Parse(tree.ToJsonString());

        Assert.NotEmpty(config.Instruments);
        Assert.Equal(config, again);
        Assert.True(JsonNode.DeepEquals(tree, JsonNode.Parse(again.ToJson())));
    }

    [Fact]
    [Trait("Case", "BND-028")]
    public void Requests_say_what_they_were_given()
    {
        var open = OrderRequestOpen.Limit(
            Key, Side.Buy, 101.25m, 0.5m, TimeInForce.GoodUntilCancelled(postOnly: true));
        var cancel = new OrderRequestCancel(Key, new OrderId("order-1"));

        Assert.Equal(
            (Side.Buy, OrderKind.Limit, "good_until_cancelled", true),
            (open.Side, open.Kind, open.TimeInForce.Name, open.TimeInForce.PostOnly));
        Assert.NotNull(cancel.Id);
        Assert.False(EngineEvents.SendOpenRequests(open).IsTerminal);
        Assert.False(EngineEvents.SendCancelRequests(cancel).IsTerminal);
    }

    [Fact]
    public void Commands_reach_all_instruments_where_none_is_chosen()
    {
        var some = new InstrumentFilter.Instruments([new InstrumentIndex(1)]);

        Assert.Equal(Done(new Command.ClosePositions(InstrumentFilter.All)), EngineEvents.ClosePositions());
        Assert.Equal(Done(new Command.ClosePositions(some)), EngineEvents.ClosePositions(some));
        Assert.Equal(Done(new Command.CancelOrders(InstrumentFilter.All)), EngineEvents.CancelOrders());
        Assert.Equal(Done(new Command.CancelOrders(some)), EngineEvents.CancelOrders(some));
        Assert.Throws<ArgumentException>(() => EngineEvents.SendOpenRequests());
    }

    [Fact]
    [Trait("Case", "BND-039")]
    public void Exchanges_have_names()
    {
        const string Names =
            "Other Simulated Mock BinanceFuturesCoin BinanceSpot BinanceUs Coinbase CoinbaseInternational Cryptocom "
            + "BybitPerpetualsUsd BybitSpot GateioFuturesUsd GateioPerpetualsUsd GateioPerpetualsBtc GateioOptions "
            + "Gemini Hitbtc Htx Kraken Kucoin Mexc Okx Poloniex";

        Assert.All(Names.Split(' '), name => Assert.Equal(name, Enum.Parse<ExchangeId>(name).ToString()));
    }

    [Fact]
    [Trait("Case", "BND-040")]
    public void Kinds_of_subscriptions_have_names() => Assert.Superset(
        new HashSet<string> { "PublicTrades", "OrderBooksL1", "OrderBooksL3", "Liquidations", "Candles" },
        Enum.GetNames<SubscriptionKind>().ToHashSet());

    [Fact]
    [Trait("Case", "BND-042")]
    public async Task Streams_without_subscriptions_are_empty()
    {
        SubscriptionKind[] kinds =
        [
            SubscriptionKind.PublicTrades, SubscriptionKind.OrderBooksL1, SubscriptionKind.OrderBooksL2,
            SubscriptionKind.Liquidations,
        ];
        var streams = new MarketStreams();

        foreach (var kind in kinds)
        {
            Assert.Null(streams.Select(kind, ExchangeId.BinanceSpot));
            Assert.Empty(await streams.SelectAll(kind).ToArrayAsync());
        }
    }

    [Theory]
    [Trait("Case", "XA-014")]
    [InlineData("market", OrderKind.Market)]
    [InlineData("limit", OrderKind.Limit)]
    public void A_kind_of_order_is_read_from_text(string text, OrderKind kind) =>
        Assert.Equal(kind, OrderKinds.Parse(text));

    private static EngineEvent Done(Command command) => new EngineEvent.Commanded(command);
}
