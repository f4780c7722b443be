using Barter.Configuration;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Actors.Tests;

[Trait("Category", "Integration")]
public sealed class LiveTests
{
    private readonly SystemConfig _config = SystemConfig.Load(Repository.File("data/config/spot.json"));

    [Fact]
    public async Task A_system_lives_from_start_to_shutdown()
    {
        await using var handle = await TradingSystem.StartAsync(
            _config, new TradingSystemOptions { TradingEnabled = false });
        Assert.True(handle.IsRunning);

        await handle.SetTradingEnabledAsync(true);
        Assert.Equal(TradingState.Enabled, (await handle.GetStateAsync()).Trading);
        var key = new OrderKey(
            new ExchangeIndex(0), new InstrumentIndex(0), new StrategyId("user"), new ClientOrderId("one"));
        await handle.SendOpenRequestsAsync([OrderRequestOpen.Limit(key, Side.Buy, 10m, 1m)]);
        await handle.CancelOrdersAsync();
        var summary = await handle.ShutdownWithSummaryAsync(drain: TimeSpan.FromSeconds(5));

        Assert.False(handle.IsRunning);
        Assert.Equal(TerminationKind.Shutdown, (await handle.Terminated).Kind);
        Assert.True(summary.TradingSummary.TimeEngineStart <= summary.TradingSummary.TimeEngineEnd);
        var late = await Assert.ThrowsAsync<SystemNotRunningException>(() => handle.ShutdownAsync());
        Assert.Equal("system is not running: it was shut down", late.Message);
    }

    [Fact]
    public async Task A_paced_recording_trades_on_paper()
    {
        var source = new RecordedMarketData(Repository.File("data/markets/reconnects.json"), _config.BuildCatalog());
        await using var handle = await TradingSystem.StartAsync(_config, new TradingSystemOptions
        {
            Market = MarketFeed.Paced(source, 1_000_000),
            Strategy = () => ShippedStrategies.Create("buy-and-hold", []),
        });
        await handle.MarketEnded;
        await handle.ShutdownWithSummaryAsync(drain: TimeSpan.FromSeconds(5));
    }
}
