using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Backtest.Tests;

public sealed class SummaryIntervalTests
{
    [Fact]
    public void One_run_is_stated_in_any_interval_as_if_it_had_been_run_for_it()
    {
        var market = Scene.Random(seed: 5, count: 500);
        var (daily, annual) = (Run(market, ReturnInterval.Daily), Run(market, ReturnInterval.Annual365));

        Assert.NotEqual(daily.TradingSummary, annual.TradingSummary);
        Assert.Equal(annual.TradingSummary, daily.Summarise(ReturnInterval.Annual365));
        Assert.Equal(daily.TradingSummary, daily.Summarise(ReturnInterval.Daily));
    }

    [Fact]
    public void Results_are_equal_by_what_they_show()
    {
        var market = Scene.Random(seed: 5, count: 50);
        var (once, again) = (Run(market, ReturnInterval.Daily), Run(market, ReturnInterval.Daily));

        Assert.Equal(once, again);
        Assert.Equal(once.GetHashCode(), again.GetHashCode());
        Assert.NotEqual(once, Run(market, ReturnInterval.Annual252));
        Assert.NotEqual(once, once with { Id = "other" });
    }

    [Fact]
    public void A_result_that_no_run_made_has_one_summary()
    {
        var made = Run(Scene.Random(seed: 5, count: 50), ReturnInterval.Daily);
        var copied = new BacktestResult(
            made.Id, made.Strategy, made.RiskFreeReturn, made.TradingSummary, made.AuditDigest, made.Counts,
            made.MarketData)
        {
            Orders = made.Orders,
            Assumptions = made.Assumptions,
        };

        Assert.Equal(made, copied);
        Assert.Throws<InvalidOperationException>(() => copied.Summarise(ReturnInterval.Daily));
    }

    private static BacktestResult Run(MarketEvent[] market, ReturnInterval interval) => Backtester.Run(
        new BacktestArgsConstant(Scene.Config(), new InMemoryMarketData(market), interval),
        Scene.Dynamic(() => new BuyAndHold(1_000m)));
}
