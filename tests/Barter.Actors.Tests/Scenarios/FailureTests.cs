using Akka.Configuration;
using Barter.Configuration;
using Barter.Engine.Audit;
using Barter.MarketData;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Actors.Tests.Scenarios;

/// <summary>How a system says no.</summary>
[Trait("Category", "Integration")]
public sealed class FailureTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("barter-failures-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_configuration_that_is_no_JSON_is_told_in_the_words_of_the_parser()
    {
        var path = Path.Combine(_folder.FullName, "broken.json");
        await File.WriteAllTextAsync(path, "{ \"instruments\": [ }");

        var refused = Assert.Throws<SystemConfigException>(() => SystemConfig.Load(path));

        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        var parser = Assert.IsType<Exception>(refused.InnerException, exactMatch: false).Message;
        Assert.Contains(parser.Split(". Path")[0], refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, refused.Line);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_recording_that_is_missing_is_named_before_anything_starts(bool isReplayed)
    {
        await using var house = House.Open();
        var path = Path.Combine(_folder.FullName, "nowhere.jsonl");
        var source = new RecordedMarketData(path, House.Config.BuildCatalog());

        var refused = await Assert.ThrowsAsync<MarketDataException>(() => house.StartAsync(new TradingSystemOptions
        {
            Market = isReplayed ? MarketFeed.Replayed(source) : MarketFeed.Paced(source),
        }));

        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        Assert.False(await house.LivesAsync("barter/session"));
    }

    [Fact]
    public async Task After_a_shutdown_every_call_is_refused()
    {
        await using var house = House.Open();
        await using var handle = await house.StartAsync();

        await handle.ShutdownWithSummaryAsync();

        await Refusal.AssertAllAsync("it was shut down", handle);
        await house.AssertNothingLostAsync();
    }

    [Fact]
    [Trait("Case", "XB-004")]
    public async Task Of_shutdowns_at_once_one_gets_the_summary_and_the_others_are_refused()
    {
        await using var house = House.Open();
        await using var handle = await house.StartAsync();
        using var start = new Barrier(8);

        var calls = Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return handle.ShutdownWithSummaryAsync();
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()).ToArray();
        await Task.WhenAll(calls).ContinueWith(static _ => { }, TaskScheduler.Default);

        _ = Assert.Single(calls, call => call.IsCompletedSuccessfully);
        foreach (var call in calls.Where(call => call.IsFaulted))
        {
            await Refusal.AssertAsync("it was shut down", () => call);
        }

        Assert.False(await house.LivesAsync("barter/session"));
        await house.AssertNothingLostAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_shutdown_among_the_events_ends_the_system(bool isInBatch)
    {
        await using var house = House.Open();
        await using var handle = await house.StartAsync();

        if (isInBatch)
        {
            await Refusal.AssertAsync("a shutdown event was processed", () => handle.FeedEventsAsync(
                [EngineEvents.Trading(false), EngineEvents.Shutdown, EngineEvents.Trading(true)]));
            await handle.Terminated;
        }
        else
        {
            await handle.SendEventAsync(EngineEvents.Shutdown);
        }

        await Refusal.AssertAllAsync("a shutdown event was processed", handle);
        Assert.Equal(TerminationKind.ShutdownEvent, (await handle.Terminated).Kind);
        await handle.DisposeAsync();
        Assert.False(await house.LivesAsync("barter/session"));
        await house.AssertNothingLostAsync();
    }

    [Fact]
    public async Task After_an_abort_every_call_is_refused()
    {
        await using var house = House.Open();
        await using var handle = await house.StartAsync();
        await handle.SendOpenRequestsAsync([Given.Bid("in-flight")]);

        await handle.AbortAsync();

        await Refusal.AssertAllAsync("it was aborted", handle);
        await house.AssertNothingLostAsync();
    }

    [Fact]
    public async Task A_core_that_fails_halts_its_system_and_says_why()
    {
        await using var house = House.Open();
        await using var handle = await house.StartAsync(new TradingSystemOptions { Audit = true });
        using var audit = (await handle.TakeAuditAsync())!;

        await Refusal.AssertAsync("the core failed", () => handle.FeedEventsAsync(Given.MoreThanTheCoreBears()));

        var reason = await handle.Terminated;
        Assert.Equal(TerminationKind.Halted, reason.Kind);
        Assert.IsType<OverflowException>(reason.Exception);
        await Refusal.AssertAllAsync("the core failed", handle);
        Assert.DoesNotContain(await Given.AllAsync(audit), tick => tick.IsTerminal);
        await handle.DisposeAsync();
        Assert.False(await house.LivesAsync("barter/session"));
        await house.AssertNothingLostAsync();
    }

    [Fact]
    public async Task Who_brings_the_event_that_the_core_cannot_bear_hears_of_it()
    {
        await using var handle = await TradingSystem.StartAsync(House.Config);

        await Refusal.AssertAsync(
            "the core failed", () => handle.SendEventAsync(new EngineEvent.Commanded(null!)));

        Assert.Equal(TerminationKind.Halted, (await handle.Terminated).Kind);
    }

    [Fact]
    public async Task A_strategy_that_throws_ends_trading_and_nothing_else()
    {
        await using var handle = await TradingSystem.StartAsync(
            House.Config,
            new TradingSystemOptions { TradingEnabled = false, Audit = true, Strategy = () => new Given.Thrower() });
        using var audit = (await handle.TakeAuditAsync())!;

        await handle.SetTradingEnabledAsync(true);

        Assert.Equal(TradingState.Disabled, (await handle.GetStateAsync()).Trading);
        Assert.True(handle.IsRunning);
        await handle.ShutdownAsync();
        var fault = (await Given.AllAsync(audit))
            .SelectMany(tick => ((AuditEvent.Processed)tick.Event).Outputs).OfType<EngineOutput.Faulted>().Single();
        Assert.Equal(("strategy.decide", "InvalidOperationException: no idea"), (fault.Part, fault.Message));
    }

    [Fact]
    public async Task A_strategy_that_cannot_be_made_keeps_its_system_from_starting()
    {
        await using var house = House.Open();

        var refused = await Assert.ThrowsAsync<SystemNotRunningException>(() => house.StartAsync(
            new TradingSystemOptions { Strategy = () => throw new InvalidOperationException("no licence") }));

        Assert.Equal(TerminationKind.Halted, refused.Reason.Kind);
        Assert.False(await house.LivesAsync("barter/session"));
        await house.AssertNothingLostAsync();
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused_before_anything_is_told()
    {
        await using var handle = await TradingSystem.StartAsync(
            House.Config, new TradingSystemOptions { Audit = true });
        using var audit = (await handle.TakeAuditAsync())!;
        var foreign = Given.Key("bad", "x") with { Exchange = new ExchangeIndex(7) };
        var unknown = Given.Key("bad", "x", instrument: 99);
        var asset = new Underlying<AssetIndex>(new AssetIndex(0), new AssetIndex(99));

        await Refused<ArgumentNullException>(() => handle.SendEventAsync(null!));
        await Refused<ArgumentNullException>(() => handle.FeedEventsAsync(null!));
        await Refused<ArgumentException>(() => handle.FeedEventsAsync([]));
        await Refused<ArgumentException>(() => handle.FeedEventsAsync([EngineEvents.Trading(true), null!]));
        await Refused<ArgumentException>(() => handle.SendOpenRequestsAsync([]));
        await Refused<ArgumentException>(() => handle.SendOpenRequestsAsync([null!]));
        await Refused<ArgumentException>(() => handle.SendCancelRequestsAsync([]));
        await Refused<IndexNotFoundException>(
            () => handle.SendOpenRequestsAsync([OrderRequestOpen.Market(foreign, Side.Buy, 1m)]));
        await Refused<IndexNotFoundException>(
            () => handle.SendOpenRequestsAsync([Given.Bid("good"), OrderRequestOpen.Market(unknown, Side.Buy, 1m)]));
        await Refused<IndexNotFoundException>(() => handle.SendCancelRequestsAsync([new OrderRequestCancel(unknown)]));
        await Refused<IndexNotFoundException>(
            () => handle.CancelOrdersAsync(new InstrumentFilter.Exchanges([new ExchangeIndex(1)])));
        await Refused<IndexNotFoundException>(
            () => handle.ClosePositionsAsync(new InstrumentFilter.Instruments([new InstrumentIndex(-1)])));
        await Refused<IndexNotFoundException>(
            () => handle.CancelOrdersAsync(new InstrumentFilter.Underlyings([asset])));
        await Refused<ArgumentOutOfRangeException>(() => handle.ShutdownAsync(TimeSpan.FromTicks(-1)));
        await Refused<ArgumentOutOfRangeException>(() => handle.ShutdownWithSummaryAsync(drain: TimeSpan.MaxValue));
        await Refused<ArgumentOutOfRangeException>(
            () => handle.ShutdownWithSummaryAsync(ReturnInterval.Duration(TimeSpan.Zero)));
        await Refused<FormatException>(() => handle.ShutdownWithSummaryAsync(ReturnInterval.Parse("fortnightly")));

        Assert.True(handle.IsRunning);
        await handle.ShutdownAsync();
        var tick = Assert.Single(await Given.AllAsync(audit));
        Assert.True(tick.IsTerminal);
    }

    [Fact]
    public void A_market_must_have_a_source()
    {
        Assert.Throws<ArgumentNullException>(() => MarketFeed.Replayed(null!));
        Assert.Throws<ArgumentNullException>(() => MarketFeed.Paced(null!));
        Assert.Throws<ArgumentNullException>(() => MarketFeed.Live(null!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("ü")]
    public async Task A_session_has_a_name_that_is_one(string name) => Assert.Contains(
        $"session '{name}'",
        (await Assert.ThrowsAsync<ArgumentException>(() => TradingSystem.StartAsync(
            House.Config, new TradingSystemOptions { Session = name }))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task A_setting_that_cannot_be_is_named() => Assert.Contains(
        "barter.audit.capacity",
        (await Assert.ThrowsAsync<ConfigurationException>(() => TradingSystem.StartAsync(
            House.Config,
            new TradingSystemOptions
            {
                Settings = ConfigurationFactory.ParseString("barter.audit.capacity = 0"),
            }))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task An_account_that_is_not_told_in_time_fails_the_start()
    {
        await using var house = House.Open("barter.session.start-timeout = 20ms");

        // The simulated exchange answers after 100 ms
        var late = await Assert.ThrowsAsync<TimeoutException>(() => house.StartAsync());

        Assert.Contains("barter.session.start-timeout", late.Message, StringComparison.Ordinal);
        Assert.False(await house.LivesAsync("barter/session"));
        await house.AssertNothingLostAsync();
    }

    private static async Task Refused<TException>(Func<Task> call)
        where TException : Exception => await Assert.ThrowsAsync<TException>(call);
}
