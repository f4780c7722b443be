using Barter.Backtest;
using Barter.Configuration;
using Barter.MarketData;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Scenarios.Backtests;

public sealed class BacktestTests
{
    [Fact]
    [Trait("Case", "BND-023")]
    public void A_run_with_defaults_is_stated_daily()
    {
        if (SampleRun.Constant() is not { } constant)
        {
            return;
        }

        var summary = SampleRun.Run(constant, 0.05m).TradingSummary;

        Assert.True(summary.TimeEngineStart <= summary.TimeEngineEnd);
        var first = summary.Instruments.Values.First();
        Assert.Equal((0m, 0m), (first.Pnl, first.PnlReturn.Value));
        Assert.All(SampleRun.Labels(first), label => Assert.Equal("Daily", label));
        Assert.NotEmpty(summary.Assets);
    }

    [Fact]
    [Trait("Case", "IBT-001")]
    public void A_summary_says_the_same_as_its_map()
    {
        if (SampleRun.Constant() is not { } constant)
        {
            return;
        }

        var summary = SampleRun.Run(constant, 0.01m).TradingSummary;

        Assert.True(summary.TimeEngineStart <= summary.TimeEngineEnd);
        Assert.Equal("binance_spot:btc", summary.Assets.Keys.First());
        Assert.Equal(new Balance(0.1m, 0.1m), summary.Assets.Values.First().BalanceEnd);
        var map = Map(summary.ToDictionary(), "instruments");
        Assert.Equal(summary.Instruments.Keys, map.Keys);
        var first = Map(map, map.Keys.First());
        Assert.Equal((0m, 0m), (first["pnl"], Map(first, "pnl_return")["value"]));
    }

    [Fact]
    [Trait("Case", "IBT-001")]
    public void Every_event_of_the_history_is_seen_on_its_way_to_the_engine()
    {
        if (SampleRun.Constant() is not { } sample)
        {
            return;
        }

        var seen = new List<MarketEvent>();
        var constant = new BacktestArgsConstant(sample.Config, sample.MarketData)
        {
            OnStep = (_, cause, _) =>
            {
                if (cause is EngineEvent.Market market)
                {
                    seen.Add(market.Event);
                }
            },
        };

        SampleRun.Run(constant, 0.01m);

        Assert.Equal(((InMemoryMarketData)sample.MarketData).Events.ToArray(), seen);
    }

    [Fact]
    [Trait("Case", "IBT-001")]
    public void The_interval_is_on_every_label_and_must_be_one()
    {
        if (SampleRun.Constant("annual_252") is not { } constant)
        {
            return;
        }

        var first = SampleRun.Run(constant, 0.01m).TradingSummary.Instruments.Values.First();

        Assert.All(SampleRun.Labels(first), label => Assert.Equal("Annual(252)", label));
        Assert.Contains(
            "unknown", Assert.Throws<FormatException>(() => SampleRun.Constant("unknown")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "BT-001")]
    public void Market_data_in_memory_begins_when_its_source_does()
    {
        if (SampleRun.Constant() is not { } constant)
        {
            return;
        }

        var memory = (InMemoryMarketData)constant.MarketData;

        Assert.Equal(MarketEventKind.Trade, memory.Events.Span[0].Kind);
        Assert.Equal(memory.Events.Span[0].TimeExchange, memory.FirstEventTime());
        Assert.Equal(new RecordedMarketData(memory.Name, constant.Catalog).FirstEventTime(), memory.FirstEventTime());
    }

    [Fact]
    [Trait("Case", "BT-004")]
    public void What_runs_share_reads_back()
    {
        if (SampleRun.Constant("annual_365") is not { } constant)
        {
            return;
        }

        var again = new BacktestArgsConstant(constant.Config, constant.MarketData, constant.SummaryInterval);

        Assert.Equal((3, 1), (again.InstrumentCount, again.ExecutionCount));
        Assert.Equal(ReturnInterval.Annual365, again.SummaryInterval);
        Assert.Same(constant.MarketData, again.MarketData);
    }

    [Fact]
    [Trait("Case", "BT-006")]
    public void What_is_particular_to_a_run_reads_back()
    {
        var dynamic = new BacktestArgsDynamic("baseline", 0.02m);

        Assert.Equal(("baseline", 0.02m), (dynamic.Id, dynamic.RiskFreeReturn));
        Assert.Null(dynamic.Strategy);
        Assert.Null(dynamic.Risk);
        Assert.Throws<ArgumentException>(() => new BacktestArgsDynamic("  ", 0.02m));
    }

    [Fact]
    [Trait("Case", "BT-008")]
    public async Task Many_runs_give_a_result_each()
    {
        if (SampleRun.Constant("annual_252") is not { } constant)
        {
            return;
        }

        var results = await Backtester.RunManyAsync(
            constant, [new BacktestArgsDynamic("baseline", 0.01m), new BacktestArgsDynamic("alt", 0.02m)]);

        Assert.Equal(2, results.NumBacktests);
        Assert.True(results.Duration >= TimeSpan.Zero);
        Assert.Equal(
            [("alt", 0.02m), ("baseline", 0.01m)], results.Summaries.Select(row => (row.Id, row.RiskFreeReturn)));
    }

    [Fact]
    [Trait("Case", "GEN-001")]
    public void A_result_gives_its_summary_in_any_interval()
    {
        if (SampleRun.Constant() is not { } daily || SampleRun.Constant("annual_252") is not { } annual)
        {
            return;
        }

        var (result, direct) = (SampleRun.Run(daily, 0.02m), SampleRun.Run(annual, 0.02m));
        var before = result.TradingSummary.ToJson();

        Assert.Equal(0.02m, result.RiskFreeReturn);
        Assert.Equal(direct.TradingSummary, result.Summarise(ReturnInterval.Annual252));
        Assert.Equal(result.TradingSummary, result.Summarise(ReturnInterval.Daily));
        Assert.Equal(before, result.TradingSummary.ToJson());
        Assert.Equal(result, SampleRun.Run(daily, 0.02m));
    }

    [Fact]
    [Trait("Case", "XB-006")]
    public void Ten_runs_give_the_same_bytes()
    {
        if (SampleRun.Constant() is not { } constant)
        {
            return;
        }

        Assert.Single(
            Enumerable.Range(0, 10).Select(_ => SampleRun.Run(constant, 0.05m).TradingSummary.ToJson()).Distinct());
    }

    [Fact]
    [Trait("Case", "XB-015")]
    public void Of_two_balances_for_one_asset_the_later_counts()
    {
        if (SampleRun.Constant(null, Usdt(5_000m), Usdt(7_000m)) is not { } constant)
        {
            return;
        }

        var summary = SampleRun.Run(constant, 0.05m).TradingSummary;

        Assert.Equal(new Balance(7_000m, 7_000m), summary.Assets["binance_spot:usdt"].BalanceEnd);
    }

    private static InitialBalance Usdt(decimal total) => new(ExchangeId.BinanceSpot, "usdt", total);

    private static IReadOnlyDictionary<string, object?> Map(IReadOnlyDictionary<string, object?> map, string key) =>
        Assert.IsType<IReadOnlyDictionary<string, object?>>(map[key], exactMatch: false);
}
