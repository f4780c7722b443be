using Barter.Model;

namespace Barter.Execution.Tests.Simulation;

public sealed class OrderRulesTests
{
    private static readonly InstrumentSpec Spec = new(
        new InstrumentSpec.PriceRule(10m, 0.5m),
        new InstrumentSpec.QuantityRule(new OrderQuantityUnit.Contract(), 0.01m, 0.005m),
        new InstrumentSpec.NotionalRule(5m));

    public static TheoryData<string, OrderRequestOpen, string> Rungs => new()
    {
        { "used client order id", Limit(1m, 100m, id: "used"), "order rejected: client order id used was used before" },
        {
            "refused client order id", Limit(1m, 100m, id: "refused"),
            "order rejected: client order id refused was used before"
        },
        { "zero quantity", Limit(0m, 100m), "order rejected: quantity must be above 0: 0" },
        { "negative quantity", Limit(-1m, 100m), "order rejected: quantity must be above 0: -1" },
        { "zero price", Limit(1m, 0m), "order rejected: limit price must be above 0: 0" },
        {
            "huge quantity", Limit(100_000_000_000_001m, 100m),
            "order rejected: quantity must be at most 100000000000000: 100000000000001"
        },
        {
            "huge price", Limit(1m, 100_000_000_000_001m),
            "order rejected: limit price must be at most 100000000000000: 100000000000001"
        },
        {
            "fine quantity", Limit(0.0000000000001m, 100m),
            "order rejected: quantity must have at most 12 decimals: 0.0000000000001"
        },
        { "price min", Limit(1m, 9.5m), "order rejected: price must be at least 10: 9.5" },
        { "tick", Limit(1m, 100.3m), "order rejected: price must be a multiple of tick size 0.5: 100.3" },
        { "quantity min", Limit(0.005m, 100m), "order rejected: quantity must be at least 0.01: 0.005" },
        { "increment", Limit(0.012m, 100m), "order rejected: quantity must be a multiple of increment 0.005: 0.012" },
        { "notional", Limit(0.045m, 100m), "order rejected: notional must be at least 5: 4.5" },
        {
            "notional at market", Desk.Market("x", Side.Buy, 0.045m),
            "order rejected: notional must be at least 5: 4.59"
        },
        {
            "post-only market", Desk.Market("x", Side.Buy, 1m, TimeInForce.GoodUntilCancelled(postOnly: true)),
            "order rejected: a market order cannot be post-only: it always takes"
        },
        {
            "unknown side", Limit(1m, 100m, side: (Side)7),
            "order rejected: unknown side or kind of order: 7, Limit"
        },
        {
            "post-only that takes", Limit(1m, 102m, TimeInForce.GoodUntilCancelled(postOnly: true)),
            "order rejected: post-only order would take: limit 102, offer 102"
        },
        {
            "limit buy beyond balance", Limit(100m, 100m),
            "balance of AssetIndex(2) insufficient: Available Balance: 9900, Required Balance inc. fees: 10020"
        },
        {
            "market buy beyond balance", Desk.Market("x", Side.Buy, 98m),
            "balance of AssetIndex(2) insufficient: Available Balance: 9900, Required Balance inc. fees: 10005.996"
        },
        {
            "limit sell beyond balance", Limit(2.5m, 110m, side: Side.Sell),
            "balance of AssetIndex(0) insufficient: Available Balance: 2, Required Balance inc. fees: 2.5"
        },
        {
            "market sell beyond balance", Desk.Market("x", Side.Sell, 2.5m),
            "balance of AssetIndex(0) insufficient: Available Balance: 2, Required Balance inc. fees: 2.5"
        },
    };

    [Theory]
    [MemberData(nameof(Rungs))]
    public void An_order_is_refused_with_the_rule_the_limit_and_the_value(
        string row, OrderRequestOpen request, string answer)
    {
        Assert.NotEmpty(row);
        var desk = new Desk(maker: 0.2m, taker: 0.1m, usdt: 9_920.04m, spec: Spec);
        desk.Quote(100m, 5m, 102m, 500m);
        desk.Open(Limit(0.2m, 100m, id: "used"));
        desk.Open(Limit(0m, 100m, id: "refused"));
        var (free, reserved) = (desk.BalanceOf(Desk.Usdt), desk.BalanceOf(Desk.Btc));
        Assert.Equal("9920.04/9900", free);

        Assert.Equal([answer], desk.Open(request));
        Assert.Equal((free, reserved), (desk.BalanceOf(Desk.Usdt), desk.BalanceOf(Desk.Btc)));
    }

    [Theory]
    [InlineData("quantity before price", 0.0, 0.0, "quantity must be above 0")]
    [InlineData("price before its min", 1.0, -1.0, "limit price must be above 0")]
    [InlineData("price min before tick", 1.0, 9.3, "price must be at least")]
    [InlineData("tick before quantity min", 0.001, 100.3, "tick size")]
    [InlineData("quantity min before increment", 0.001, 100.0, "quantity must be at least")]
    [InlineData("increment before notional", 0.012, 100.0, "increment")]
    [InlineData("notional before post-only", 0.04, 102.0, "notional")]
    [InlineData("post-only before balance", 1000.0, 102.0, "post-only")]
    public void The_first_broken_rule_answers(string row, double quantity, double price, string rule)
    {
        Assert.NotEmpty(row);
        var desk = new Desk(spec: Spec);
        desk.Quote(100m, 5m, 102m, 5m);

        var postOnly = TimeInForce.GoodUntilCancelled(postOnly: true);
        Assert.Contains(rule, Assert.Single(desk.Open(Limit((decimal)quantity, (decimal)price, postOnly))));
    }

    [Fact]
    public void An_order_on_every_limit_is_accepted()
    {
        var desk = new Desk(spec: Spec);

        Assert.Equal(["1 open 0", "usdt 10000/9995"], desk.Open(Limit(0.05m, 100m)));
    }

    [Fact]
    public void Instruments_of_other_exchanges_and_unknown_ones_are_refused()
    {
        var desk = new Desk();
        var elsewhere = new OrderKey(new ExchangeIndex(1), Desk.BtcUsdt, new StrategyId("s"), new ClientOrderId("c"));

        Assert.Equal(
            ["instrument InstrumentIndex(2) invalid: BinanceSpot does not trade it"],
            desk.Open(OrderRequestOpen.Limit(Desk.Key("a", Desk.Foreign), Side.Buy, 100m, 1m)));
        Assert.Equal(
            ["instrument InstrumentIndex(9) invalid: BinanceSpot does not trade it"],
            desk.Open(OrderRequestOpen.Limit(Desk.Key("b", new InstrumentIndex(9)), Side.Buy, 100m, 1m)));
        Assert.StartsWith(
            "instrument InstrumentIndex(0) invalid",
            Assert.Single(desk.Open(OrderRequestOpen.Limit(elsewhere, Side.Buy, 100m, 1m))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_market_order_waits_for_a_first_price()
    {
        var desk = new Desk();
        Assert.Equal(
            ["order rejected: no market price for binance_spot-btc_usdt yet"],
            desk.Open(Desk.Market("a", Side.Buy, 1m)));

        desk.Print(100m, 1m, Side.Buy);
        Assert.Equal("filled", desk.Open(Desk.Market("b", Side.Buy, 1m))[^1]);
    }

    [Fact]
    public void Prices_that_cannot_be_are_no_prices()
    {
        var desk = new Desk();
        desk.Print(0m, 1m, Side.Buy);
        desk.Print(-5m, 1m, Side.Buy);
        desk.Quote(decimal.MaxValue, 1m, 0m, 0m);

        Assert.Contains("no market price", Assert.Single(desk.Open(Desk.Market("a", Side.Buy, 1m))));
    }

    private static OrderRequestOpen Limit(
        decimal quantity, decimal price, TimeInForce inForce = default, Side side = Side.Buy, string id = "x") =>
        Desk.Limit(id, side, quantity, price, inForce);
}
