using Barter.Model;

namespace Barter.Execution.Tests.Simulation;

public sealed class TakerTests
{
    [Fact]
    public void A_market_buy_takes_the_ask_and_pays_value_and_fee()
    {
        var desk = new Desk(taker: 0.05m);
        desk.Quote(49_999m, 1m, 50_000m, 1m);

        Assert.Equal(
            ["1 open 0", "btc 2.1/2.1", "usdt 4997.5/4997.5", "fill 1 of 1: Buy 0.1 @ 50000 fee 2.5", "filled"],
            desk.Open(Desk.Market("a", Side.Buy, 0.1m)));
    }

    [Fact]
    public void A_market_sell_hits_the_bid_and_gets_the_proceeds_less_the_fee()
    {
        var desk = new Desk(taker: 0.05m);
        desk.Quote(50_000m, 1m, 50_001m, 1m);

        Assert.Equal(
            ["1 open 0", "btc 1.9/1.9", "usdt 14997.5/14997.5", "fill 1 of 1: Sell 0.1 @ 50000 fee 2.5", "filled"],
            desk.Open(Desk.Market("a", Side.Sell, 0.1m)));
    }

    [Fact]
    public void Every_report_carries_the_exchange_the_time_and_whose_it_is()
    {
        var desk = new Desk(taker: 1m).At(5);
        desk.Quote(99m, 1m, 100m, 1m);
        desk.Open(Desk.Market("a", Side.Buy, 2m));

        var order = new Order(
            Desk.Key("a"), Side.Buy, null, 2m, OrderKind.Market, TimeInForce.ImmediateOrCancel,
            new ActiveOrderState.Open(new OrderId("1"), desk.Now, 0m));
        var fill = new Fill(
            new TradeId("1"), new OrderId("1"), Desk.BtcUsdt, new StrategyId("test"), desk.Now, Side.Buy, 100m, 1m,
            new AssetFees(Desk.Usdt, 1m));
        var at = new ExchangeIndex(0);
        AccountEvent[] expected =
        [
            new AccountEvent.OrderSnapshot(at, order),
            new AccountEvent.BalanceSnapshot(at, new AssetBalance(Desk.Btc, new Balance(3m, 3m), desk.Now)),
            new AccountEvent.BalanceSnapshot(at, new AssetBalance(Desk.Usdt, new Balance(9_899m, 9_899m), desk.Now)),
            new AccountEvent.Filled(at, fill),
            new AccountEvent.OrderSnapshot(
                at, order with { State = new InactiveOrderState.Cancelled(new OrderId("1"), desk.Now) }),
        ];
        Assert.Equal(expected, desk.Reports);
    }

    [Theory]
    [InlineData("immediate or cancel", 0)]
    [InlineData("good until cancelled", 1)]
    [InlineData("good until the end of the day", 2)]
    public void A_market_order_takes_what_is_displayed_and_the_rest_is_cancelled(string row, int inForce)
    {
        Assert.NotEmpty(row);
        TimeInForce[] all =
            [TimeInForce.ImmediateOrCancel, TimeInForce.GoodUntilCancelled(), TimeInForce.GoodUntilEndOfDay];
        var desk = new Desk();
        desk.Quote(99m, 1m, 100m, 1m);

        Assert.Equal(
            ["1 open 0", "btc 3/3", "usdt 9900/9900", "fill 1 of 1: Buy 1 @ 100 fee 0", "1 cancelled"],
            desk.Open(Desk.Market("a", Side.Buy, 3m, all[inForce])));
        Assert.Null(desk.Exchange.NextExpiry);
    }

    [Fact]
    public void What_we_took_is_gone_until_the_next_quote()
    {
        var desk = new Desk();
        desk.Quote(99m, 1m, 100m, 1.5m);
        desk.Open(Desk.Market("a", Side.Buy, 1m));

        Assert.Equal("fill 2 of 2: Buy 0.5 @ 100 fee 0", desk.Open(Desk.Market("b", Side.Buy, 1m))[3]);
        Assert.Equal(["3 open 0", "3 cancelled"], desk.Open(Desk.Market("c", Side.Buy, 1m)));
        desk.Print(100m, 9m, Side.Buy);
        Assert.Equal(["4 open 0", "4 cancelled"], desk.Open(Desk.Market("d", Side.Buy, 1m)));

        desk.Book([], [new Level(101m, 1m), new Level(102m, 9m)]);
        Assert.Equal("fill 3 of 5: Buy 1 @ 101 fee 0", desk.Open(Desk.Market("e", Side.Buy, 1m))[3]);
        Assert.Equal(["6 open 0", "6 cancelled"], desk.Open(Desk.Market("f", Side.Sell, 1m)));
    }

    [Fact]
    public void Without_quotes_a_market_order_trades_in_full_at_the_last_price()
    {
        var desk = new Desk();
        desk.Print(100m, 0.001m, Side.Buy);
        Assert.Equal("fill 1 of 1: Buy 5 @ 100 fee 0", desk.Open(Desk.Market("a", Side.Buy, 5m))[3]);

        desk.At(60).Candle(high: 120m, low: 90m, close: 110m);
        Assert.Equal("fill 2 of 2: Sell 5 @ 110 fee 0", desk.Open(Desk.Market("b", Side.Sell, 5m))[3]);
    }

    [Theory]
    [InlineData("enough", "market", 2.0, 2.0, "filled")]
    [InlineData("too little", "market", 1.9, 2.0, "1 cancelled")]
    [InlineData("enough within the limit", "limit", 2.0, 2.0, "filled")]
    [InlineData("too little within the limit", "limit", 1.9, 2.0, "1 cancelled")]
    public void Fill_or_kill_is_all_or_nothing(string row, string kind, double displayed, double quantity, string end)
    {
        Assert.NotEmpty(row);
        var desk = new Desk();
        desk.Quote(99m, 1m, 100m, (decimal)displayed);

        var request = kind == "market"
            ? Desk.Market("a", Side.Buy, (decimal)quantity, TimeInForce.FillOrKill)
            : Desk.Limit("a", Side.Buy, (decimal)quantity, 100m, TimeInForce.FillOrKill);
        var heard = desk.Open(request);

        Assert.Equal((end, end == "filled" ? 5 : 2), (heard[^1], heard.Length));
        Assert.Equal(desk.BalanceOf(Desk.Usdt), end == "filled" ? "9800/9800" : "10000/10000");
    }

    [Fact]
    public void A_marketable_limit_takes_at_the_quote_and_the_rest_of_it_rests()
    {
        var desk = new Desk(maker: 0m, taker: 1m);
        desk.Quote(99m, 1m, 100m, 1m);

        // The rest holds its value at the limit with the higher fee: 2 * 101 * 1.01
        Assert.Equal(
            [
                "1 open 0", "btc 3/3", "usdt 9899/9899", "fill 1 of 1: Buy 1 @ 100 fee 1", "1 open 1",
                "usdt 9899/9694.98",
            ],
            desk.Open(Desk.Limit("a", Side.Buy, 3m, 101m)));
    }

    [Fact]
    public void A_marketable_limit_sell_takes_at_the_bid()
    {
        var desk = new Desk();
        desk.Quote(99m, 0.5m, 100m, 1m);

        Assert.Equal(
            [
                "1 open 0", "btc 1.5/1.5", "usdt 10049.5/10049.5", "fill 1 of 1: Sell 0.5 @ 99 fee 0", "1 open 0.5",
                "btc 1.5/0.5",
            ],
            desk.Open(Desk.Limit("a", Side.Sell, 1.5m, 98m)));
    }

    [Theory]
    [InlineData("touching", 100.0, "fill 1 of 1: Buy 1 @ 100 fee 0", "1 cancelled")]
    [InlineData("short of the ask", 99.5, null, "1 cancelled")]
    public void An_immediate_limit_cancels_what_it_cannot_take(string row, double limit, string? fill, string end)
    {
        Assert.NotEmpty(row);
        var desk = new Desk();
        desk.Quote(99m, 1m, 100m, 1m);

        var heard = desk.Open(Desk.Limit("a", Side.Buy, 2m, (decimal)limit, TimeInForce.ImmediateOrCancel));

        Assert.Equal(fill, heard.FirstOrDefault(line => line.StartsWith("fill", StringComparison.Ordinal)));
        Assert.Equal(end, heard[^1]);
    }

    [Theory]
    [InlineData("buy at the last", Side.Buy, 100.0, true)]
    [InlineData("buy above the last", Side.Buy, 105.0, true)]
    [InlineData("buy below the last", Side.Buy, 99.0, false)]
    [InlineData("sell below the last", Side.Sell, 95.0, true)]
    [InlineData("sell above the last", Side.Sell, 101.0, false)]
    public void Without_quotes_a_limit_is_marketable_at_the_last_price(string row, Side side, double limit, bool takes)
    {
        Assert.NotEmpty(row);
        var desk = new Desk();
        desk.Print(100m, 0.1m, Side.Buy);

        var heard = desk.Open(Desk.Limit("a", side, 2m, (decimal)limit));

        Assert.Equal(takes, heard.Contains($"fill 1 of 1: {side} 2 @ 100 fee 0"));
        Assert.Equal(takes ? "filled" : side == Side.Buy ? "usdt 10000/9802" : "btc 2/0", heard[^1]);
    }

    [Fact]
    public void A_post_only_order_rests_where_nothing_is_left_to_take()
    {
        var desk = new Desk();
        desk.Quote(99m, 1m, 100m, 1m);
        desk.Open(Desk.Market("a", Side.Buy, 1m));

        var postOnly = TimeInForce.GoodUntilCancelled(postOnly: true);
        Assert.Equal(["2 open 0", "usdt 9900/9800"], desk.Open(Desk.Limit("b", Side.Buy, 1m, 100m, postOnly)));
    }

    [Fact]
    public void A_taker_rebate_is_received()
    {
        var desk = new Desk(taker: -0.1m, usdt: 100m);
        desk.Quote(99m, 1m, 100m, 1m);

        Assert.Equal(
            ["1 open 0", "btc 3/3", "usdt 0.1/0.1", "fill 1 of 1: Buy 1 @ 100 fee -0.1", "filled"],
            desk.Open(Desk.Market("a", Side.Buy, 1m)));
    }
}
