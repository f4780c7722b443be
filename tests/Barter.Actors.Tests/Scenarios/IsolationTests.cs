using Akka.Actor;
using Akka.Configuration;
using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Actors.Tests.Scenarios;

/// <summary>Many systems in one process, and many sessions in one actor system.</summary>
[Trait("Category", "Integration")]
public sealed class IsolationTests
{
    [Fact]
    public async Task A_hundred_sessions_of_one_actor_system_do_not_disturb_each_other()
    {
        await using var house = House.Open();
        var alone = await RunAsync(Trading("alone"));

        var runs = await Task.WhenAll(Enumerable.Range(0, 100).Select(at => RunAsync(Trading("alone") with
        {
            // Names are part of client order ids and so of digests: each runs as "alone" in a system of its own
            ActorSystem = at % 2 == 0 ? null : house.System,
            Session = at % 2 == 0 ? "alone" : $"s{at}",
        })));

        for (var at = 0; at < runs.Length; at++)
        {
            Assert.Equal(alone.TradingSummary, runs[at].TradingSummary);
            Assert.True(at % 2 == 1 || alone.AuditDigest == runs[at].AuditDigest);
        }

        await house.AssertNothingLostAsync();
    }

    [Fact]
    public async Task A_session_that_halts_takes_no_other_with_it()
    {
        await using var house = House.Open();
        var handles = await Task.WhenAll(Enumerable.Range(0, 20).Select(at => house.StartAsync(
            new TradingSystemOptions { Session = $"s{at}", TradingEnabled = false })));

        await Refusal.AssertAsync("the core failed", () => handles[7].FeedEventsAsync(Given.MoreThanTheCoreBears()));

        var healthy = handles.Where((_, at) => at != 7).ToArray();
        foreach (var handle in healthy)
        {
            await handle.SetTradingEnabledAsync(true);
            Assert.Equal(TradingState.Enabled, (await handle.GetStateAsync()).Trading);
        }

        Assert.Single((await Task.WhenAll(healthy.Select(handle => handle.ShutdownWithSummaryAsync())))
            .Select(summary => summary.TradingSummary.Instruments.Values.Sum(sheet => sheet.Pnl)).Distinct());
        foreach (var handle in handles)
        {
            await handle.DisposeAsync();
        }

        await house.AssertNothingLostAsync();
    }

    [Fact]
    public async Task A_name_is_unique_in_its_actor_system_and_free_again_afterwards()
    {
        await using var house = House.Open();
        await using var first = await house.StartAsync(new TradingSystemOptions { Session = "one" });

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => house.StartAsync(new TradingSystemOptions { Session = "one" }));
        Assert.Contains("'one'", refused.Message, StringComparison.Ordinal);
        Assert.True(first.IsRunning);
        await first.DisposeAsync();

        await using var second = await house.StartAsync(new TradingSystemOptions { Session = "one" });
        Assert.True(second.IsRunning);
        await house.AssertNothingLostAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_left_of_a_session_that_is_disposed(bool isLive)
    {
        await using var house = House.Open();
        var source = new RecordedMarketData(Repository.File("data/markets/day.json.gz"), House.Config.BuildCatalog());
        var handle = await house.StartAsync(new TradingSystemOptions
        {
            Session = "gone",
            Market = isLive ? MarketFeed.Paced(source) : MarketFeed.Replayed(source),
        });
        var paths = isLive
            ? ["engine", "market-data", "exchange-binance_spot", "execution-binance_spot"]
            : new[] { "engine", "market-data" };
        foreach (var path in paths)
        {
            Assert.True(await house.LivesAsync($"barter/gone/{path}"), path);
        }

        await handle.DisposeAsync();

        foreach (var path in paths.Select(path => $"barter/gone/{path}").Append("barter/gone"))
        {
            Assert.False(await house.LivesAsync(path), path);
        }

        Assert.True(await house.LivesAsync("barter"));
        Assert.False(house.System.WhenTerminated.IsCompleted);
        await house.AssertNothingLostAsync();
    }

    [Fact]
    public async Task Calls_that_are_pending_when_the_handle_is_disposed_are_answered()
    {
        await using var house = House.Open();
        for (var at = 0; at < 50; at++)
        {
            var handle = await house.StartAsync(new TradingSystemOptions { Session = $"s{at}" });
            var calls = Enumerable.Range(0, 20).Select(_ => handle.SendEventAsync(Given.Price(0, 1m))).ToArray();
            var disposed = handle.DisposeAsync().AsTask();
            foreach (var call in calls)
            {
                await call.WaitAsync(TimeSpan.FromSeconds(10));
            }

            await disposed;
        }

        await house.AssertNothingLostAsync();
    }

    [Fact]
    public async Task A_call_that_is_given_up_is_carried_out_and_leaves_no_letter()
    {
        await using var house = House.Open();
        using var gate = new ManualResetEventSlim();
        await using var handle = await house.StartAsync(
            new TradingSystemOptions { TradingEnabled = false, Strategy = () => new Waiting(gate) });
        using var token = new CancellationTokenSource();
        var waiting = handle.SendEventAsync(Given.Price(0, 1m));
        var call = handle.SetTradingEnabledAsync(true, token.Token);

        await token.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        var stopped = handle.ShutdownAsync(cancellationToken: new CancellationToken(canceled: true));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        gate.Set();

        await waiting;
        Assert.Equal(TradingState.Enabled, (await handle.GetStateAsync()).Trading);
        await house.AssertNothingLostAsync();
    }

    [Fact]
    public async Task A_shutdown_whose_wait_is_given_up_goes_on()
    {
        await using var house = House.Open();
        using var gate = new ManualResetEventSlim();
        await using var handle = await house.StartAsync(
            new TradingSystemOptions { Strategy = () => new Waiting(gate) });
        using var token = new CancellationTokenSource();
        var waiting = handle.SendEventAsync(Given.Price(0, 1m));
        var stopped = handle.ShutdownAsync(cancellationToken: token.Token);

        await token.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        gate.Set();

        await waiting;
        Assert.Equal(TerminationKind.Shutdown, (await handle.Terminated).Kind);
        await handle.DisposeAsync();
        Assert.False(await house.LivesAsync("barter/session"));
        await house.AssertNothingLostAsync();
    }

    [Fact]
    public async Task A_strategy_that_does_not_return_is_told_as_what_keeps_the_system()
    {
        await using var house = House.Open("barter.session.stop-timeout = 50ms");
        using var gate = new ManualResetEventSlim();
        var handle = await house.StartAsync(new TradingSystemOptions { Strategy = () => new Waiting(gate) });
        var waiting = handle.SendEventAsync(Given.Price(0, 1m));

        var late = await Assert.ThrowsAsync<TimeoutException>(() => handle.ShutdownAsync());
        Assert.Contains("barter.session.stop-timeout", late.Message, StringComparison.Ordinal);
        gate.Set();
        await waiting;
        await handle.Terminated;
    }

    [Fact]
    public async Task Who_ends_the_actor_system_ends_its_sessions()
    {
        await using var house = House.Open();
        await using var handle = await house.StartAsync();

        await house.System.Terminate();

        await handle.Terminated;
        await Refusal.AssertAllAsync("", handle);
    }

    [Fact]
    public async Task An_actor_system_that_lacks_the_thread_of_the_engine_is_refused()
    {
        var system = ActorSystem.Create(
            "bare", ConfigurationFactory.ParseString("akka { loggers = [], stdout-loglevel = OFF }"));
        var options = new TradingSystemOptions { ActorSystem = system };
        await using (var handle = await TradingSystem.StartAsync(House.Config, options))
        {
            Assert.True(handle.IsRunning);
        }

        var refused = await Assert.ThrowsAsync<ArgumentException>(
            () => TradingSystem.StartAsync(House.Config, options with { FeedMode = EngineFeedMode.Iterator }));
        Assert.Contains("TradingSystem.DefaultSettings", refused.Message, StringComparison.Ordinal);
        await system.Terminate();
    }

    [Fact]
    public async Task A_start_that_is_given_up_leaves_nothing()
    {
        await using var house = House.Open();
        using var token = new CancellationTokenSource();
        var start = TradingSystem.StartAsync(
            House.Config, new TradingSystemOptions { ActorSystem = house.System }, token.Token);

        await token.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);

        Assert.False(await house.LivesAsync("barter/session"));
        await house.AssertNothingLostAsync();
    }

    private static TradingSystemOptions Trading(string session) => new()
    {
        Session = session,
        Strategy = () => ShippedStrategies.Create("buy-and-hold", []),
        Market = MarketFeed.Replayed(
            new RecordedMarketData(Repository.File("data/markets/reconnects.json"), House.Config.BuildCatalog())),
    };

    private static async Task<SystemSummary> RunAsync(TradingSystemOptions options)
    {
        await using var handle = await TradingSystem.StartAsync(House.Config, options);
        await handle.MarketEnded;
        return await handle.ShutdownWithSummaryAsync();
    }

    /// <summary>Holds the engine on the next market event until the gate opens.</summary>
    private sealed class Waiting(ManualResetEventSlim gate) : IStrategy
    {
        public StrategyId Id { get; } = new("waiting");

        public void See(in MarketEvent market, EngineState state) => gate.Wait();

        public void Decide(EngineState state, OrderBatch orders)
        {
        }
    }
}
