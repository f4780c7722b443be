using Barter.Backtest.Recording;
using Barter.Engine.Strategies;
using Barter.Model;
using static Barter.Backtest.Tests.Scene;

namespace Barter.Backtest.Tests.Recording;

public sealed class OrderStatisticsTests
{
    [Theory]
    [InlineData("quoter", 10_000)]
    [InlineData("ema-cross", 10_000)]
    [InlineData("poor ema-cross", 700)]
    public void Every_order_that_was_sent_has_one_fate(string what, int usdt)
    {
        Func<IStrategy> strategy = what is "quoter"
            ? () => new Quoter(8m, 100m, 500m, TimeSpan.Zero)
            : () => new EmaCross(5, 25, 800m);

        var result = Backtester.Run(
            Constant(Config(fees: 0.05m, usdt: usdt), Random(seed: 7, count: 4_000)), Dynamic(strategy));

        var (orders, counts) = (result.Orders, result.Counts);
        var rejected = orders.Rejected.Sum(row => row.Value);
        Assert.True(orders.Sent > 20, $"{what}: {orders}");
        Assert.Equal(counts.OrdersSent, orders.Sent);
        Assert.Equal(counts.OrdersRejected, rejected);
        Assert.Equal(orders.Sent, orders.Filled + orders.Cancelled + orders.Expired + orders.OpenAtEnd + rejected);
        Assert.Equal(what is "poor ema-cross", orders.Rejected.Any(row => row.Key is "balance insufficient"));
        Assert.Equal(orders.Filled > 0, orders.TimeToFillMedian is not null);
        Assert.Equal((decimal)orders.Cancelled / orders.Sent, orders.CancelRatio);
    }

    [Fact]
    public void A_market_order_is_filled_after_the_latency()
    {
        var result = Backtester.Run(
            Constant(Config(latencyMillis: 100), Quote(0, 99m, 101m), Quote(500, 99m, 101m)),
            Dynamic(() => new BuyAndHold(500m)));

        Assert.Equal((1L, 1L), (result.Orders.Sent, result.Orders.Filled));
        Assert.Equal(TimeSpan.FromMilliseconds(100), result.Orders.TimeToFillMedian);
        Assert.Equal(TimeSpan.FromMilliseconds(100), result.Orders.TimeToFillMean);
    }

    [Fact]
    public void What_risk_limits_refuse_is_counted_by_limit()
    {
        var limits = new RiskLimits(maxPositionQuantity: 0.001m);
        var result = Backtester.Run(
            Constant(Config(limits: limits), Random(seed: 7, count: 2_000)),
            Dynamic(() => new EmaCross(5, 25, 800m)));

        Assert.Equal(result.Counts.RiskRefusals, result.Orders.RiskRefused.Sum(row => row.Value));
        Assert.Contains(result.Orders.RiskRefused, row => row.Key is
            "max_position_quantity: N exceeds N by N on binance_spot-btc_usdt");
    }

    [Theory]
    [InlineData("quantity must be at least 5: 3.2", "quantity must be at least N")]
    [InlineData("max_leverage: 2.5 exceeds 1 by 1.5 on x-btc_usd", "max_leverage: N exceeds N by N on x-btc_usd")]
    [InlineData("a market order cannot be post-only", "a market order cannot be post-only")]
    public void A_reason_is_the_same_with_other_numbers(string reason, string words) =>
        Assert.Equal(words, ReasonTally.Words(reason));

    [Fact]
    public void There_are_never_very_many_reasons()
    {
        var tally = new ReasonTally();
        for (var i = 0; i < 1_000; i++)
        {
            tally.Add($"reason-{i:D4}");
        }

        Assert.InRange(tally.Counts.Count, 2, 50);
        Assert.Equal(1_000, tally.Counts.Sum(row => row.Value));
    }

    [Theory]
    [InlineData("one", 1, 500)]
    [InlineData("two", 2, 550)]
    [InlineData("odd", 5, 700)]
    public void The_median_of_few_is_exact(string what, int count, int nanos)
    {
        var times = new FillTimes();
        foreach (var i in Enumerable.Range(0, count).Reverse())
        {
            times.Add(500 + (i * 100));
        }

        Assert.True(new TimeSpan(nanos / 100) == times.Median, $"{what}: {times.Median}");
    }

    [Fact]
    public void The_median_of_many_is_close()
    {
        var times = new FillTimes();
        for (var i = 0; i < 1_000_000; i++)
        {
            times.Add(i % 1_000 * 1_000L);
        }

        Assert.InRange(times.Median!.Value.Ticks, 4_900, 5_100);
        Assert.Equal(4_995, times.Mean!.Value.Ticks);
    }
}
