using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;
using static Barter.Backtest.Tests.Scene;

namespace Barter.Backtest.Tests.Recording;

public sealed class RunSeriesTests
{
    [Fact]
    public void Nothing_is_recorded_unless_asked_for()
    {
        var result = Backtester.Run(Constant(Config(), Trade(0, 100m)), Dynamic(() => new NoOrders()));

        Assert.Null(result.Series);
        Assert.DoesNotContain("\"series\"", BacktestJson.Write(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Equity_is_the_worth_of_all_balances()
    {
        var series = Recorded(
            Config(btc: 2m), () => new NoOrders(), Trade(0, 100m), Trade(1_000, 90m), Trade(3_000, 120m));

        Assert.Equal(
            [(At(0), 10_200m, 0m), (At(1_000), 10_180m, 20m / 10_200m), (At(3_000), 10_240m, 0m)],
            series.Equity.Points.Select(point => (point.Time, point.Last, point.Drawdown)));
        Assert.Equal(["binance_spot:eth"], series.Unpriced);
        Assert.Equal([(10_200m, 10_240m)], series.Days.Select(day => (day.Open, day.Close)));
    }

    [Fact]
    public void What_is_priced_late_was_there_from_the_start()
    {
        var eth = MarketEvent.OfTrade(ExchangeId.BinanceSpot, Eth, At(2_000), At(2_000), 1, 20m, 1m, Side.Buy);

        var series = Recorded(Config(), () => new NoOrders(), Trade(0, 100m), eth, Trade(4_000, 101m));

        Assert.Equal([10_300m, 10_300m, 10_301m], series.Equity.Points.Select(point => point.Last));
        Assert.Equal([(10_300m, 10_301m)], series.Days.Select(day => (day.Open, day.Close)));
        Assert.Empty(series.Unpriced);
        Assert.Equal(0m, series.Equity.Points.Max(point => point.Drawdown));
    }

    [Theory]
    [InlineData("at once", 0)]
    [InlineData("later", 100)]
    public void A_trade_without_fees_at_the_marked_price_does_not_change_equity(string what, int latencyMillis)
    {
        var series = Recorded(
            Config(latencyMillis), () => new BuyAndHold(500m), Trade(0, 100m), Trade(1_000, 100m), Trade(2_000, 100m));

        var fill = Assert.Single(series.Fills);
        Assert.True((Side.Buy, 100m) == (fill.Side, fill.Price), $"{what}: {fill}");
        Assert.All(series.Equity.Points, point => Assert.Equal((10_100m, 10_100m), (point.Low, point.High)));
    }

    [Theory]
    [InlineData("at once", 0)]
    [InlineData("later", 100)]
    public void What_is_bought_was_not_there_from_the_start(string what, int latencyMillis)
    {
        var series = Recorded(
            Config(latencyMillis, btc: 0m), () => new BuyAndHold(500m), Trade(0, 100m), Trade(1_000, 110m));

        Assert.True(series.Equity.Points[0].First == 10_000m, $"{what}: {series.Equity.Points}");
        Assert.Equal(10_050m, series.Equity.Points[^1].Last);
    }

    [Fact]
    public void Recording_changes_nothing_else()
    {
        var market = Random(seed: 9, count: 3_000);
        var dynamic = Dynamic(() => new EmaCross(5, 25, 800m));
        var plain = Backtester.Run(Constant(Config(), market), dynamic);
        var recorded = Backtester.Run(Recording(Config(), market), dynamic);

        Assert.Equal(plain.AuditDigest, recorded.AuditDigest);
        Assert.Equal(BacktestJson.Write(plain), BacktestJson.Write(recorded with { Series = null }));
        Assert.Equal(recorded.Counts.Fills, recorded.Series!.Fills.Count);
    }

    private static Backtest.Recording.RunSeries Recorded(
        Configuration.SystemConfig config, Func<IStrategy> strategy, params MarketEvent[] market) =>
        Backtester.Run(Recording(config, market), Dynamic(strategy)).Series!;

    private static BacktestArgsConstant Recording(Configuration.SystemConfig config, MarketEvent[] market) =>
        new(config, new InMemoryMarketData(market)) { RecordSeries = true };
}
