using Barter.Backtest;
using Barter.Configuration;
using Barter.Engine.Strategies;
using Barter.MarketData;

namespace Barter.Actors.Tests;

/// <summary>Two shells over one core: what the loop gives, the actors give, to the byte.</summary>
[Trait("Category", "Integration")]
public sealed class HistoryTests
{
    [Theory]
    [InlineData("none", "short.jsonl")]
    [InlineData("buy-and-hold", "reconnects.json")]
    [InlineData("ema-cross", "day.json.gz")]
    [InlineData("quoter", "day.json.gz")]
    public async Task A_recording_gives_the_steps_and_the_summary_of_a_backtest(string strategy, string market)
    {
        var config = SystemConfig.Load(Repository.File("data/config/spot.json"));
        var source = new RecordedMarketData(Repository.File($"data/markets/{market}"), config.BuildCatalog());
        var loop = Backtester.Run(
            new BacktestArgsConstant(config, source),
            new BacktestArgsDynamic("both", 0.05m, () => ShippedStrategies.Create(strategy, [])));

        await using var handle = await TradingSystem.StartAsync(config, new TradingSystemOptions
        {
            Session = "both",
            RiskFreeReturn = 0.05m,
            Strategy = () => ShippedStrategies.Create(strategy, []),
            Market = MarketFeed.Replayed(source),
        });
        await handle.MarketEnded;
        var summary = await handle.ShutdownWithSummaryAsync();

        Assert.Equal(loop.AuditDigest, summary.AuditDigest);
        Assert.Equal(loop.TradingSummary, summary.TradingSummary);
    }
}
