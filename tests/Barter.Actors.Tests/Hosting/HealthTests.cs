using Barter.Actors.Hosting;
using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.Model;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Barter.Actors.Tests.Hosting;

[Trait("Category", "Integration")]
public sealed class HealthTests
{
    private const string Live = "barter/one/live";
    private const string Ready = "barter/one/ready";

    [Fact]
    public async Task A_session_lives_before_it_is_ready()
    {
        using var host = Hosts.Build(builder => builder.AddTradingSession("one", Hosts.Spot));
        Assert.Equal((HealthStatus.Healthy, "session one is starting"), await host.HealthOf(Live));
        Assert.Equal((HealthStatus.Unhealthy, "session one has not started"), await host.HealthOf(Ready));

        await host.StartAsync();

        Assert.Equal(HealthStatus.Healthy, (await host.HealthOf(Live)).Status);
        Assert.Equal(HealthStatus.Healthy, (await host.HealthOf(Ready)).Status);
        await host.StopAsync();
        Assert.Equal((HealthStatus.Unhealthy, "session one has ended: it was shut down"), await host.HealthOf(Ready));
        Assert.Equal(HealthStatus.Healthy, (await host.HealthOf(Live)).Status);
    }

    [Fact]
    public async Task A_link_that_is_down_degrades_it()
    {
        using var host = Hosts.Build(builder => builder.AddTradingSession("one", Hosts.Spot));
        await host.StartAsync();

        await host.Sessions()["one"].SendEventAsync(new EngineEvent.AccountReconnecting(ExchangeId.BinanceSpot));

        var (status, text) = await host.HealthOf(Ready);
        Assert.Equal(HealthStatus.Degraded, status);
        Assert.Contains(
            "lost links: binance_spot: market data Reconnecting, account Reconnecting", text!,
            StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Healthy, (await host.HealthOf(Live)).Status);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_strategy_that_throws_makes_it_unready_until_trading_is_enabled_again()
    {
        using var host = Hosts.Build(builder => builder.AddTradingSession(
            "one", Hosts.Spot, (options, _) => options with { Strategy = () => new Failing() }));
        await host.StartAsync();
        var session = host.Sessions()["one"];

        var (status, text) = await host.HealthOf(Ready);

        Assert.Equal(HealthStatus.Unhealthy, status);
        Assert.EndsWith(": out of luck; trading is disabled", text, StringComparison.Ordinal);
        await session.SetTradingEnabledAsync(true);
        Assert.Equal(HealthStatus.Healthy, (await host.HealthOf(Ready)).Status);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_session_that_has_ended_by_itself_says_why()
    {
        using var host = Hosts.Build(builder => builder.AddTradingSession("one", Hosts.Spot));
        await host.StartAsync();
        var session = host.Sessions()["one"];

        await session.SendEventAsync(new EngineEvent.Shutdown());
        await session.Terminated;

        Assert.Equal(
            (HealthStatus.Unhealthy, "session one has ended by itself: a shutdown event was processed"),
            await host.HealthOf(Live));
        Assert.Equal(
            (HealthStatus.Unhealthy, "session one has ended: a shutdown event was processed"),
            await host.HealthOf(Ready));
        await host.StopAsync();
    }

    /// <summary>Throws once.</summary>
    private sealed class Failing : IStrategy
    {
        private bool _hasFailed;

        public StrategyId Id => new("failing");

        public void Decide(EngineState state, OrderBatch orders)
        {
            if (!_hasFailed)
            {
                _hasFailed = true;
                throw new InvalidOperationException("out of luck");
            }
        }
    }
}
