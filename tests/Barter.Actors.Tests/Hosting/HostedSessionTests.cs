using Akka.Actor;
using Akka.Hosting;
using Barter.Actors.Hosting;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Barter.Actors.Tests.Hosting;

[Trait("Category", "Integration")]
public sealed class HostedSessionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Sessions_of_a_host_share_its_actor_system_and_stop_with_it()
    {
        using var host = Hosts.Build(builder => builder
            .AddTradingSession("one", Hosts.Spot)
            .AddTradingSession("two", Hosts.Spot, (options, _) => options with { TradingEnabled = false }));
        await host.StartAsync();

        Assert.Equal(["one", "two"], host.Sessions().Names);
        var (one, two) = (host.Sessions()["one"], host.Services.GetRequiredKeyedService<SystemHandle>("two"));
        Assert.Equal(("one", "two"), (one.Session, two.Session));
        Assert.Equal(TradingState.Enabled, (await one.GetStateAsync()).Trading);
        Assert.Equal(TradingState.Disabled, (await two.GetStateAsync()).Trading);
        var system = host.Services.GetRequiredService<ActorSystem>();
        foreach (var name in host.Sessions().Names)
        {
            await system.ActorSelection($"/user/barter/{name}").ResolveOne(TimeSpan.FromSeconds(10));
        }

        await host.StopAsync();

        Assert.Equal(TerminationKind.Shutdown, (await one.Terminated).Kind);
        Assert.Equal(TerminationKind.Shutdown, (await two.Terminated).Kind);
        Assert.True(system.WhenTerminated.IsCompleted);
    }

    [Fact]
    public async Task The_configuration_says_what_a_session_is()
    {
        using var host = Hosts.Build(
            builder => builder.AddTradingSession("day"),
            ("Barter:Sessions:day:Config", "data/config/spot.json"),
            ("Barter:Sessions:day:MarketData", "data/markets/reconnects.json"),
            ("Barter:Sessions:day:Speed", "max"),
            ("Barter:Sessions:day:Strategy", "buy-and-hold"),
            ("Barter:Sessions:day:Parameters:notional", "50"),
            ("Barter:Sessions:day:Audit", "true"),
            ("Barter:Sessions:day:RiskFreeReturn", "0.05"));
        await host.StartAsync();
        var day = host.Sessions()["day"];
        await day.MarketEnded;

        var summary = await day.ShutdownWithSummaryAsync();

        var source = new RecordedMarketData(Repository.File("data/markets/reconnects.json"), day.Catalog);
        await using var alone = await TradingSystem.StartAsync(Hosts.Spot, new TradingSystemOptions
        {
            Session = "day",
            Market = MarketFeed.Replayed(source),
            Strategy = () => ShippedStrategies.Create("buy-and-hold", ["notional=50"]),
        });
        await alone.MarketEnded;
        Assert.Equal((await alone.ShutdownWithSummaryAsync()).AuditDigest, summary.AuditDigest);
        await host.StopAsync();
    }

    [Theory]
    [InlineData("Config", "missing.json", "Barter:Sessions:bad:Config = 'missing.json': there is no file")]
    [InlineData("MarketData", "no.json", "Barter:Sessions:bad:MarketData = 'no.json': there is no file")]
    [InlineData("Speed", "fast", "Barter:Sessions:bad:Speed = 'fast': it must be max, or a multiple above 0")]
    [InlineData("Speed", "0x", "Barter:Sessions:bad:Speed = '0x': it must be max, or a multiple above 0")]
    [InlineData("Strategy", "luck", "Barter:Sessions:bad:Strategy = 'luck': unknown strategy 'luck'")]
    [InlineData("Parameters:size", "1", "Barter:Sessions:bad:Strategy = 'none': ")]
    [InlineData("FeedMode", "push", "Barter:Sessions:bad:FeedMode = 'push': engine_feed_mode must be")]
    [InlineData("SummaryInterval", "soon", "Barter:Sessions:bad:SummaryInterval = 'soon': invalid interval")]
    [InlineData("TradingEnabled", "maybe", "'maybe' at 'Barter:Sessions:bad:TradingEnabled'")]
    [InlineData("Sped", "10x", "'Sped'")]
    public async Task A_bad_value_is_refused_with_its_key_before_anything_starts(
        string key, string value, string message)
    {
        using var host = Hosts.Build(
            builder => builder.AddTradingSession("bad", Hosts.Spot), ($"Barter:Sessions:bad:{key}", value));

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Barter:Sessions:bad", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_without_a_configuration_is_refused()
    {
        using var host = Hosts.Build(builder => builder.AddTradingSession("bare"));

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("Barter:Sessions:bare:Config is missing", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_given_once() => Assert.Contains(
        "'one' was added before",
        Assert.Throws<ArgumentException>(() => Hosts.Build(builder => builder
            .AddTradingSession("one", Hosts.Spot).AddTradingSession("one", Hosts.Spot))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task A_handle_is_there_once_the_host_has_started()
    {
        using var host = Hosts.Build(builder => builder.AddTradingSession("one", Hosts.Spot));
        var early = Assert.Throws<InvalidOperationException>(() => host.Sessions()["one"]);
        Assert.StartsWith("session 'one' has not started", early.Message, StringComparison.Ordinal);
        var unknown = Assert.Throws<KeyNotFoundException>(() => host.Sessions()["two"]);
        Assert.Equal("the host has no session 'two'; it has one", unknown.Message);
        var started = host.Sessions().StartedAsync("one");
        Assert.False(started.IsCompleted);

        await host.StartAsync();

        Assert.Same(host.Sessions()["one"], await started);
        await host.StopAsync();
    }

    [Fact]
    public async Task What_keeps_a_session_from_starting_keeps_its_host_and_is_told_to_who_waits()
    {
        using var host = Hosts.Build(builder => builder.AddTradingSession("one", Hosts.Spot, (options, _) =>
            options with { Settings = "barter.audit.capacity = 1" }));
        var waiting = host.Sessions().StartedAsync("one");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.StartsWith("session 'one': its actor system is the host's", failure.Message, StringComparison.Ordinal);
        Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(() => waiting));
    }

    [Fact]
    public async Task An_actor_system_that_the_host_has_is_used()
    {
        using var host = Hosts.Build(builder =>
        {
            builder.Services.AddAkka("own", akka => akka.AddHocon(
                "akka.coordinated-shutdown.phases.service-stop.timeout = 1m, "
                + "akka.coordinated-shutdown.default-phase-timeout = 10s",
                HoconAddMode.Prepend));
            builder.AddTradingSession("one", Hosts.Spot);
        });
        await host.StartAsync();

        Assert.Equal("own", host.Services.GetRequiredService<ActorSystem>().Name);
        Assert.True(host.Sessions()["one"].IsRunning);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_phase_that_is_too_short_for_its_steps_is_refused()
    {
        using var host = Hosts.Build(builder =>
        {
            builder.Services.AddAkka("own", _ => { });
            builder.AddTradingSession("one", Hosts.Spot);
        });

        var refusal = await Assert.ThrowsAsync<Akka.Configuration.ConfigurationException>(() => host.StartAsync());

        Assert.Contains(
            "akka.coordinated-shutdown.phases.before-service-unbind.timeout = 00:00:05: with these barter.shutdown",
            refusal.Message, StringComparison.Ordinal);
        var waiting = host.Sessions().StartedAsync("one").WaitAsync(Patience);
        Assert.Same(refusal, await Record.ExceptionAsync(() => waiting));
    }

    [Fact]
    public async Task No_session_trades_on_in_a_host_that_did_not_start()
    {
        using var host = Hosts.Build(builder => builder
            .AddTradingSession("one", Hosts.Spot)
            .AddTradingSession("two", Hosts.Spot, (options, _) => options with
            {
                Strategy = () => throw new NotSupportedException("no strategy today"),
            }));

        await Assert.ThrowsAsync<SystemNotRunningException>(() => host.StartAsync());

        Assert.Equal(TerminationKind.Aborted, (await host.Sessions()["one"].Terminated.WaitAsync(Patience)).Kind);
    }

    [Fact]
    public async Task Who_waits_for_a_session_of_a_host_that_never_starts_hears_of_its_end()
    {
        var host = Hosts.Build(builder => builder.AddTradingSession("one", Hosts.Spot));
        var waiting = host.Sessions().StartedAsync("one");

        host.Dispose();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => waiting.WaitAsync(Patience));
        Assert.Equal("session 'one' has not started, and its host ended", failure.Message);
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_are_named()
    {
        using var hocon = Hosts.Hocon("barter { session = ");
        using var host = Hosts.Build(
            builder => builder.AddTradingSession("one", Hosts.Spot), ("Barter:Hocon", hocon.Path));

        var refusal = await Assert.ThrowsAsync<Akka.Configuration.ConfigurationException>(() => host.StartAsync());

        Assert.StartsWith($"Barter:Hocon = '{hocon.Path}': ", refusal.Message, StringComparison.Ordinal);
    }
}
