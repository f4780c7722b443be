using Barter.Model;

namespace Barter.Scenarios.Events;

public sealed class AccountEventTests
{
    [Fact]
    [Trait("Case", "BND-011")]
    public void A_balance()
    {
        var balance = new AssetBalance(
            new AssetIndex(7), new Balance(125.5m, 100.0m), Timestamp.Parse("2024-01-02T00:00:00Z"));

        var told = EngineEvents.AccountBalance(new ExchangeIndex(3), balance);

        Assert.False(told.IsTerminal);
        var item = Told.Json(told).At("Account.Item");
        Assert.Equal(3, item.At("exchange").GetInt32());
        var snapshot = item.At("kind.BalanceSnapshot");
        Assert.Equal(7, snapshot.At("asset").GetInt32());
        Assert.Equal(
            ("125.5", "100", "2024-01-02T00:00:00Z"),
            (snapshot.Text("balance.total"), snapshot.Text("balance.free"), snapshot.Text("time_exchange")));
    }

    [Fact]
    [Trait("Case", "BND-018")]
    public void A_lost_link()
    {
        var json = Told.Json(EngineEvents.AccountReconnecting(ExchangeId.BinanceSpot));

        Assert.Equal("binance_spot", json.Text("Account.Reconnecting"));
    }

    [Fact]
    [Trait("Case", "BND-029")]
    public void An_order_that_rests()
    {
        var request = OrderRequestOpen.Limit(
            Key(1, 2, "cid-1"), Side.Buy, 105.25m, 0.75m, TimeInForce.GoodUntilCancelled(postOnly: true));
        var open = new ActiveOrderState.Open(
            new OrderId("order-789"), Timestamp.Parse("2025-09-10T11:12:13Z"), 0.25m);

        var item = Told.Json(EngineEvents.AccountOrder(new ExchangeIndex(1), request.ToOrder() with { State = open }))
            .At("Account.Item");

        Assert.Equal(1, item.At("exchange").GetInt32());
        var order = item.At("kind.OrderSnapshot");
        Assert.Equal(
            (1, 2, "strategy-alpha"),
            (order.At("key.exchange").GetInt32(), order.At("key.instrument").GetInt32(), order.Text("key.strategy")));
        Assert.Equal(
            ("Buy", "105.25", "0.75", "Limit"),
            (order.Text("side"), order.Text("price"), order.Text("quantity"), order.Text("kind")));
        Assert.True(order.At("time_in_force.GoodUntilCancelled.post_only").GetBoolean());
        var state = order.At("state.Active.Open");
        Assert.Equal(
            ("order-789", "2025-09-10T11:12:13Z", "0.25"),
            (state.Text("id"), state.Text("time_exchange"), state.Text("filled_quantity")));
    }

    [Fact]
    [Trait("Case", "BND-031")]
    public void An_order_that_was_cancelled()
    {
        var request = new OrderRequestCancel(Key(2, 5, "cid-3"), new OrderId("order-456"));

        var item = Told.Json(EngineEvents.AccountOrderCancelled(
                new ExchangeIndex(2), request, new OrderId("order-456"), Timestamp.Parse("2025-12-01T02:03:04Z")))
            .At("Account.Item.kind.OrderCancelled");

        Assert.Equal((2, 5), (item.At("key.exchange").GetInt32(), item.At("key.instrument").GetInt32()));
        Assert.Equal(
            ("order-456", "2025-12-01T02:03:04Z"), (item.Text("state.Ok.id"), item.Text("state.Ok.time_exchange")));
    }

    [Theory]
    [InlineData("another exchange", 3, "order-456")]
    [InlineData("another order", 2, "order-457")]
    public void A_cancel_that_was_not_asked_for_is_refused(string _, int exchange, string id)
    {
        var request = new OrderRequestCancel(Key(2, 5, "cid-3"), new OrderId("order-456"));

        Assert.Throws<ArgumentException>(() => EngineEvents.AccountOrderCancelled(
            new ExchangeIndex(exchange), request, new OrderId(id), Timestamp.Epoch));
    }

    [Fact]
    public void A_report_of_an_order_of_another_exchange_is_refused()
    {
        var order = OrderRequestOpen.Limit(Key(3, 4, "cid-4"), Side.Buy, 10m, 1m).ToOrder();

        Assert.Throws<ArgumentException>(() => EngineEvents.AccountOrder(new ExchangeIndex(2), order));
    }

    [Fact]
    [Trait("Case", "BND-033")]
    public void More_free_than_there_is_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EngineEvents.AccountSnapshot(new AccountSnapshot(
            new ExchangeIndex(2), [new AssetBalance(new AssetIndex(7), new Balance(10m, 15m), default)], [])));

    [Fact]
    [Trait("Case", "BND-035")]
    public void An_order_of_another_exchange_is_refused()
    {
        var order = OrderRequestOpen.Limit(Key(3, 4, "cid-4"), Side.Buy, 10m, 1m).ToOrder();
        var balance = new AssetBalance(new AssetIndex(5), new Balance(500m, 250m), Timestamp.Epoch);

        Assert.Throws<ArgumentException>(() => EngineEvents.AccountSnapshot(new AccountSnapshot(
            new ExchangeIndex(2), [balance], [new InstrumentAccountSnapshot(new InstrumentIndex(4), [order])])));
    }

    [Theory]
    [InlineData("price", 0, 1)]
    [InlineData("quantity", 1, 0)]
    public void A_fill_of_nothing_is_refused(string named, int price, int quantity)
    {
        var fill = new Fill(
            new TradeId("t"), new OrderId("o"), new InstrumentIndex(0), StrategyId.Unknown, Timestamp.Epoch, Side.Buy,
            price, quantity, AssetFees.Quote(0m));

        var refused = Assert.Throws<ArgumentOutOfRangeException>(
            () => EngineEvents.AccountTrade(new ExchangeIndex(0), fill));

        Assert.StartsWith(named, refused.Message, StringComparison.Ordinal);
    }

    private static OrderKey Key(int exchange, int instrument, string id) => new(
        new ExchangeIndex(exchange), new InstrumentIndex(instrument), new StrategyId("strategy-alpha"),
        new ClientOrderId(id));
}
