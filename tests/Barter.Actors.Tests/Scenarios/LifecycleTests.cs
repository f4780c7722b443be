using Barter.Configuration;
using Barter.Engine.Audit;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Actors.Tests.Scenarios;

/// <summary>A live system from its start to its summary.</summary>
[Trait("Category", "Integration")]
public sealed class LifecycleTests
{
    [Theory]
    [InlineData("data/config/spot.json", EngineFeedMode.Stream)]
    [InlineData("data/config/spot.json", EngineFeedMode.Iterator)]
    [InlineData("../shared/data/system_config.json", EngineFeedMode.Stream)]
    [Trait("Case", "LIVE-001")]
    public async Task A_system_is_told_everything_and_says_at_the_end_how_it_went(string config, EngineFeedMode mode)
    {
        if (!File.Exists(Repository.File(config)))
        {
            return;
        }

        await using var handle = await TradingSystem.StartAsync(
            SystemConfig.Load(Repository.File(config)),
            new TradingSystemOptions { TradingEnabled = false, FeedMode = mode });
        var key = Given.Key("integration-lifecycle", "cid-live-0");

        await handle.SetTradingEnabledAsync(true);
        Assert.Equal(TradingState.Enabled, (await handle.GetStateAsync()).Trading);
        await handle.SetTradingEnabledAsync(false);
        Assert.Equal(TradingState.Disabled, (await handle.GetStateAsync()).Trading);
        await handle.ClosePositionsAsync(InstrumentFilter.All);
        await handle.CancelOrdersAsync(InstrumentFilter.All);
        await handle.SendOpenRequestsAsync(
            [OrderRequestOpen.Limit(key, Side.Buy, 101.25m, 0.5m, TimeInForce.GoodUntilCancelled(postOnly: true))]);
        await handle.SendCancelRequestsAsync([new OrderRequestCancel(key)]);
        await handle.FeedEventsAsync(
            [EngineEvents.Trading(true), EngineEvents.Trading(false), EngineEvents.CancelOrders()]);
        var summary = (await handle.ShutdownWithSummaryAsync(ReturnInterval.Annual365)).TradingSummary;

        Assert.True(summary.TimeEngineStart <= summary.TimeEngineEnd);
        var (name, sheet) = summary.Instruments.First();
        Assert.Equal((0m, 0m), (sheet.Pnl, sheet.PnlReturn.Value));
        Assert.Equal(
            Enumerable.Repeat("Annual(365)", 4),
            [
                sheet.PnlReturn.Interval, sheet.SharpeRatio.Interval, sheet.SortinoRatio.Interval,
                sheet.CalmarRatio.Interval,
            ]);
        var map = Assert.IsType<IReadOnlyDictionary<string, object?>>(
            summary.ToDictionary()["instruments"], exactMatch: false);
        Assert.Contains(name, map.Keys);
        Assert.False(handle.IsRunning);
    }

    [Fact]
    [Trait("Case", "BND-024")]
    public async Task A_handle_tells_whether_its_system_runs()
    {
        await using var house = House.Open();
        await using var handle = await house.StartAsync(new TradingSystemOptions { TradingEnabled = false });
        Assert.True(handle.IsRunning);
        Assert.Equal("SystemHandle(session=session, running=true)", handle.ToString());

        await handle.SetTradingEnabledAsync(true);
        await handle.SetTradingEnabledAsync(false);
        await handle.ClosePositionsAsync(InstrumentFilter.All);
        await handle.CancelOrdersAsync(InstrumentFilter.All);
        Assert.True(handle.IsRunning);
        await handle.ShutdownAsync();

        Assert.False(handle.IsRunning);
        Assert.Equal("SystemHandle(session=session, running=false)", handle.ToString());
        Assert.Equal(TerminationKind.Shutdown, (await handle.Terminated).Kind);
        await house.AssertNothingLostAsync();
    }

    [Fact]
    [Trait("Case", "BND-026")]
    public async Task An_aborted_system_does_not_run_and_cannot_be_shut_down()
    {
        await using var house = House.Open();
        await using var handle = await house.StartAsync(new TradingSystemOptions { TradingEnabled = false });

        await handle.AbortAsync();

        Assert.False(handle.IsRunning);
        Assert.Equal(TerminationKind.Aborted, (await handle.Terminated).Kind);
        await Refusal.AssertAsync("it was aborted", () => handle.ShutdownAsync());
        await house.AssertNothingLostAsync();
    }

    [Fact]
    public async Task Trading_that_is_toggled_shows_in_the_state_and_in_the_audit()
    {
        await using var handle = await TradingSystem.StartAsync(
            House.Config, new TradingSystemOptions { TradingEnabled = false, Audit = true });
        using var audit = (await handle.TakeAuditAsync())!;
        Assert.Equal(TradingState.Disabled, audit.State.Trading);

        await handle.SetTradingEnabledAsync(true);
        await handle.SetTradingEnabledAsync(false);
        await handle.ShutdownAsync();

        var ticks = (await Given.AllAsync(audit)).Select(tick => (AuditEvent.Processed)tick.Event).ToArray();
        Assert.Equal(
            [EngineEvents.Trading(true), EngineEvents.Trading(false), EngineEvents.Shutdown],
            ticks.Select(tick => tick.Event));
        Assert.Empty(ticks[0].Outputs);
        Assert.IsType<EngineOutput.OnTradingDisabled>(Assert.Single(ticks[1].Outputs));
    }

    [Fact]
    public async Task Balances_that_are_given_replace_those_of_the_configuration()
    {
        await using var handle = await TradingSystem.StartAsync(House.Config, new TradingSystemOptions
        {
            InitialBalances = [new InitialBalance(ExchangeId.BinanceSpot, "usdt", 777m)],
        });

        var summary = (await handle.ShutdownWithSummaryAsync()).TradingSummary;

        Assert.Equal(new Balance(777m, 777m), summary.Assets["binance_spot:usdt"].BalanceEnd);
        Assert.Equal(new Balance(0.1m, 0.1m), summary.Assets["binance_spot:btc"].BalanceEnd);
    }
}
