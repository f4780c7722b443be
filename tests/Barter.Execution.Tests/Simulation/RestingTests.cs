using Barter.Model;

namespace Barter.Execution.Tests.Simulation;

public sealed class RestingTests
{
    [Theory]
    [InlineData("ask above the bid", Side.Buy, 99.0, 101.0, 0.0)]
    [InlineData("ask at the bid", Side.Buy, 99.0, 100.0, 0.7)]
    [InlineData("ask through the bid", Side.Buy, 97.0, 98.0, 0.7)]
    [InlineData("bid below the ask", Side.Sell, 99.0, 105.0, 0.0)]
    [InlineData("bid at the ask", Side.Sell, 100.0, 105.0, 0.7)]
    [InlineData("bid through the ask", Side.Sell, 103.0, 105.0, 0.7)]
    public void A_quote_at_or_through_the_limit_fills_up_to_its_amount(
        string row, Side side, double bid, double ask, double filled)
    {
        Assert.NotEmpty(row);
        var desk = new Desk();
        desk.Open(Desk.Limit("a", side, 1m, 100m));

        Assert.Equal(Partly(side, filled), FillOf(desk.Quote((decimal)bid, 0.7m, (decimal)ask, 0.7m)));
    }

    [Theory]
    [InlineData("bid, print above", Side.Buy, 101.0, Side.Sell, 0.0)]
    [InlineData("bid, print at it", Side.Buy, 100.0, Side.Sell, 0.0)]
    [InlineData("bid, print through it", Side.Buy, 99.0, Side.Sell, 0.7)]
    [InlineData("bid, print through it by a buyer", Side.Buy, 99.0, Side.Buy, 0.7)]
    [InlineData("ask, print below", Side.Sell, 99.0, Side.Buy, 0.0)]
    [InlineData("ask, print at it", Side.Sell, 100.0, Side.Buy, 0.0)]
    [InlineData("ask, print through it", Side.Sell, 101.0, Side.Buy, 0.7)]
    public void Without_quotes_only_a_print_through_the_limit_fills(
        string row, Side side, double price, Side aggressor, double filled)
    {
        Assert.NotEmpty(row);
        var desk = new Desk();
        desk.Open(Desk.Limit("a", side, 1m, 100m));

        Assert.Equal(Partly(side, filled), FillOf(desk.Print((decimal)price, 0.7m, aggressor)));
    }

    [Theory]
    [InlineData("improves the best bid", 99.0, 5.0, Side.Sell, 0.7)]
    [InlineData("hit by a buyer", 99.0, 5.0, Side.Buy, 0.0)]
    [InlineData("joins, queue not used up", 100.0, 0.7, Side.Sell, 0.0)]
    [InlineData("joins, queue used up", 100.0, 0.4, Side.Sell, 0.3)]
    [InlineData("behind the best bid", 100.5, 0.1, Side.Sell, 0.0)]
    public void A_print_at_the_limit_serves_the_queue_first(
        string row, double bestBid, double displayed, Side aggressor, double filled)
    {
        Assert.NotEmpty(row);
        var desk = new Desk();
        desk.Quote((decimal)bestBid, (decimal)displayed, 101m, 1m);
        desk.Open(Desk.Limit("a", Side.Buy, 1m, 100m));

        Assert.Equal(Partly(Side.Buy, filled), FillOf(desk.Print(100m, 0.7m, aggressor)));
    }

    [Fact]
    public void The_queue_ahead_of_an_ask_is_that_of_the_best_ask()
    {
        var desk = new Desk();
        desk.Quote(99m, 5m, 100m, 0.5m);
        desk.Open(Desk.Limit("a", Side.Sell, 1m, 100m));

        Assert.Null(FillOf(desk.Print(100m, 0.5m, Side.Buy)));
        Assert.Equal("Sell 0.2 @ 100", FillOf(desk.Print(100m, 0.2m, Side.Buy)));
    }

    [Fact]
    public void The_queue_ahead_shrinks_with_prints_and_with_what_is_displayed_and_never_grows()
    {
        var desk = new Desk();
        desk.Quote(100m, 5m, 101m, 1m);
        desk.Open(Desk.Limit("a", Side.Buy, 1m, 100m));

        Assert.Null(FillOf(desk.Print(100m, 2m, Side.Sell)));
        desk.Quote(100m, 9m, 101m, 1m);
        Assert.Null(FillOf(desk.Print(100m, 1m, Side.Sell)));
        desk.Quote(100m, 1.5m, 101m, 1m);
        Assert.Equal("Buy 0.5 @ 100", FillOf(desk.Print(100m, 2m, Side.Sell)));
    }

    [Fact]
    public void A_queue_that_was_not_seen_is_known_when_the_price_becomes_the_best()
    {
        var desk = new Desk();
        desk.Quote(100.5m, 1m, 101m, 1m);
        desk.Open(Desk.Limit("a", Side.Buy, 1m, 100m));
        Assert.Null(FillOf(desk.Print(100m, 5m, Side.Sell)));

        desk.Quote(100m, 2m, 101m, 1m);
        Assert.Equal("Buy 0.5 @ 100", FillOf(desk.Print(100m, 2.5m, Side.Sell)));
    }

    [Fact]
    public void Nobody_is_ahead_where_the_best_price_fell_behind_ours()
    {
        var desk = new Desk();
        desk.Quote(100.5m, 1m, 101m, 1m);
        desk.Open(Desk.Limit("a", Side.Buy, 1m, 100m));

        desk.Quote(99m, 2m, 101m, 1m);
        Assert.Equal("Buy 0.5 @ 100", FillOf(desk.Print(100m, 0.5m, Side.Sell)));
    }

    [Fact]
    public void A_resting_order_trades_at_its_limit_as_maker()
    {
        var desk = new Desk(maker: 0.1m, taker: 0.5m);
        Assert.Equal(["1 open 0", "usdt 10000/9899.5"], desk.Open(Desk.Limit("a", Side.Buy, 1m, 100m)));

        Assert.Equal(
            ["btc 2.4/2.4", "usdt 9959.96/9899.66", "fill 1 of 1: Buy 0.4 @ 100 fee 0.04", "1 open 0.4"],
            desk.Print(95m, 0.4m, Side.Sell));
        Assert.Equal(
            ["btc 3/3", "usdt 9899.9/9899.9", "fill 2 of 1: Buy 0.6 @ 100 fee 0.06", "filled"],
            desk.Print(95m, 0.6m, Side.Sell));
    }

    [Fact]
    public void A_maker_rebate_is_received_on_a_sell()
    {
        var desk = new Desk(maker: -0.1m);
        Assert.Equal(["1 open 0", "btc 2/1"], desk.Open(Desk.Limit("a", Side.Sell, 1m, 100m)));

        Assert.Equal(
            ["btc 1/1", "usdt 10100.1/10100.1", "fill 1 of 1: Sell 1 @ 100 fee -0.1", "filled"],
            desk.Quote(100m, 1m, 101m, 1m));
    }

    [Fact]
    public void The_amount_of_an_event_is_shared_best_price_first_and_then_by_arrival()
    {
        var desk = new Desk();
        desk.Open(Desk.Limit("late price", Side.Buy, 1m, 99m));
        desk.Open(Desk.Limit("first", Side.Buy, 1m, 100m));
        desk.Open(Desk.Limit("second", Side.Buy, 1m, 100m));

        var fills = desk.Print(90m, 2.5m, Side.Sell)
            .Where(line => line.StartsWith("fill ", StringComparison.Ordinal));
        Assert.Equal(
            [
                "fill 1 of 2: Buy 1 @ 100 fee 0", "fill 2 of 3: Buy 1 @ 100 fee 0", "fill 3 of 1: Buy 0.5 @ 99 fee 0",
            ],
            fills);
    }

    [Fact]
    public void Our_orders_at_one_price_wait_for_each_other_and_for_those_between()
    {
        var desk = new Desk();
        desk.Quote(99m, 1m, 101m, 1m);
        desk.Open(Desk.Limit("first", Side.Buy, 1m, 100m));
        desk.Quote(100m, 2m, 101m, 1m);
        desk.Open(Desk.Limit("second", Side.Buy, 1m, 100m));

        // One of ours, then two of others, then ours again
        Assert.Equal("Buy 1 @ 100", FillOf(desk.Print(100m, 2m, Side.Sell)));
        Assert.Equal("Buy 0.5 @ 100", FillOf(desk.Print(100m, 1.5m, Side.Sell)));
    }

    [Fact]
    public void What_a_resting_order_got_of_a_quote_cannot_be_taken_again()
    {
        var desk = new Desk();
        desk.Open(Desk.Limit("a", Side.Buy, 1m, 100m));
        desk.Quote(99m, 1m, 100m, 1.5m);

        Assert.Equal("fill 2 of 2: Buy 0.5 @ 100 fee 0", desk.Open(Desk.Market("b", Side.Buy, 5m))[3]);
    }

    [Fact]
    public void A_candle_counts_in_full_only_for_who_rested_before_it_began()
    {
        var desk = new Desk();
        desk.At(60).Candle(high: 110m, low: 105m, close: 106m);
        desk.At(60).Open(Desk.Limit("before", Side.Buy, 1m, 100m));
        desk.At(90).Open(Desk.Limit("during", Side.Buy, 1m, 101m));

        Assert.Equal(
            ["btc 3/3", "usdt 9900/9799", "fill 1 of 1: Buy 1 @ 100 fee 0", "filled"],
            desk.At(120).Candle(high: 110m, low: 99m, close: 105m));
        Assert.Equal("Buy 1 @ 101", FillOf(desk.At(180).Candle(high: 110m, low: 99m, close: 105m)));
    }

    [Theory]
    [InlineData("low touches", Side.Buy, 110.0, 100.0, 0.0, null)]
    [InlineData("low goes through", Side.Buy, 110.0, 99.0, 0.0, "Buy 1 @ 100")]
    [InlineData("volume limits", Side.Buy, 110.0, 99.0, 0.3, "Buy 0.3 @ 100")]
    [InlineData("high touches", Side.Sell, 100.0, 90.0, 0.0, null)]
    [InlineData("high goes through", Side.Sell, 101.0, 90.0, 0.0, "Sell 1 @ 100")]
    public void A_candle_has_to_go_through_the_limit(
        string row, Side side, double high, double low, double volume, string? fill)
    {
        Assert.NotEmpty(row);
        var desk = new Desk();
        desk.Open(Desk.Limit("a", side, 1m, 100m));
        desk.At(60).Candle(high: 100m, low: 100m, close: 100m);

        Assert.Equal(fill, FillOf(desk.At(120).Candle((decimal)high, (decimal)low, 100m, (decimal)volume)));
    }

    [Fact]
    public void The_first_candle_counts_by_its_close_only()
    {
        var desk = new Desk();
        desk.Open(Desk.Limit("a", Side.Buy, 1m, 100m));
        desk.Open(Desk.Limit("b", Side.Buy, 1m, 98m));

        Assert.Equal("Buy 1 @ 100", FillOf(desk.At(60).Candle(high: 110m, low: 90m, close: 99m)));
    }

    [Fact]
    public void A_candle_that_closed_before_the_order_came_does_not_count()
    {
        var desk = new Desk().At(61);
        desk.Open(Desk.Limit("a", Side.Buy, 1m, 100m));

        Assert.Null(FillOf(desk.At(62).Candle(high: 110m, low: 90m, close: 95m, closedAt: 60)));
    }

    [Fact]
    public void A_candle_that_is_told_again_counts_by_its_close_only()
    {
        var desk = new Desk();
        desk.Open(Desk.Limit("a", Side.Buy, 1m, 100m));
        desk.At(60).Candle(high: 110m, low: 105m, close: 106m);

        Assert.Null(FillOf(desk.At(61).Candle(high: 110m, low: 90m, close: 106m, closedAt: 60)));
        Assert.Equal("Buy 1 @ 100", FillOf(desk.At(62).Candle(high: 110m, low: 90m, close: 99m, closedAt: 60)));
    }

    [Fact]
    public void Updates_liquidations_and_other_instruments_fill_nothing()
    {
        var desk = new Desk();
        desk.Open(Desk.Limit("a", Side.Buy, 1m, 100m));

        Assert.Empty(desk.See(MarketEvent.Reconnecting(ExchangeId.BinanceSpot)));
        Assert.Empty(desk.See(MarketEvent.OfBookUpdate(
            ExchangeId.BinanceSpot, Desk.BtcUsdt, desk.Now, desk.Now,
            new OrderBookLevels(1, null, [], [new Level(90m, 1m)]))));
        Assert.Empty(desk.See(MarketEvent.OfLiquidation(
            ExchangeId.BinanceSpot, Desk.BtcUsdt, desk.Now, desk.Now, new Liquidation(Side.Sell, 90m, 1m, desk.Now))));
        Assert.Empty(desk.See(MarketEvent.OfTrade(
            ExchangeId.BinanceSpot, Desk.EthUsdt, desk.Now, desk.Now, 1, 90m, 1m, Side.Sell)));
        Assert.Empty(desk.See(MarketEvent.OfTrade(
            ExchangeId.Kraken, Desk.Foreign, desk.Now, desk.Now, 1, 90m, 1m, Side.Sell)));
    }

    private static string? Partly(Side side, double filled) => filled == 0 ? null : $"{side} {filled} @ 100";

    /// <summary>The only fill, if there is one.</summary>
    private static string? FillOf(string[] heard)
    {
        var line = heard.SingleOrDefault(line => line.StartsWith("fill ", StringComparison.Ordinal));
        return line?.Split(": ")[1].Split(" fee")[0];
    }
}
