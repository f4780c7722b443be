using System.Diagnostics;
using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Actors.Tests.Scenarios;

/// <summary>The audit of a running system in the hands of its user.</summary>
[Trait("Category", "Integration")]
public sealed class AuditTests
{
    private static readonly TradingSystemOptions Audited = new() { TradingEnabled = false, Audit = true };

    [Fact]
    [Trait("Case", "LIVE-004")]
    public async Task An_audit_is_a_state_and_what_came_after_it_and_is_taken_once()
    {
        await using var handle = await TradingSystem.StartAsync(House.Config, Audited);

        using var audit = (await handle.TakeAuditAsync())!;
        await handle.SetTradingEnabledAsync(true);

        Assert.True(audit.NextSequence > 0);
        Assert.Equal((4, 3), (audit.State.Assets.Length, audit.State.Instruments.Length));
        Assert.True(audit.Ticks.TryRead(out var tick));
        Assert.Equal(audit.NextSequence, tick.Context.Sequence);
        var processed = Assert.IsType<AuditEvent.Processed>(tick.Event);
        Assert.Equal(EngineEvents.Trading(true), processed.Event);
        Assert.Equal((0, 0), (processed.Outputs.Count, processed.Errors.Count));
        Assert.Null(await handle.TakeAuditAsync());
    }

    [Fact]
    public async Task An_audit_that_is_off_cannot_be_taken()
    {
        await using var handle = await TradingSystem.StartAsync(House.Config);

        Assert.Null(await handle.TakeAuditAsync());
    }

    [Fact]
    public async Task Of_those_who_take_the_audit_at_once_one_gets_it()
    {
        await using var handle = await TradingSystem.StartAsync(House.Config, Audited);

        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => handle.TakeAuditAsync()));

        Assert.Single(taken, audit => audit is not null);
    }

    [Theory]
    [InlineData(EngineFeedMode.Stream)]
    [InlineData(EngineFeedMode.Iterator)]
    [Trait("Case", "XB-001")]
    public async Task Ticks_come_in_order_without_gaps_and_end_with_the_shutdown(EngineFeedMode mode)
    {
        await using var handle = await TradingSystem.StartAsync(House.Config, Audited with { FeedMode = mode });
        using var audit = (await handle.TakeAuditAsync())!;
        var (open, cancel) = (Given.Bid("one"), new OrderRequestCancel(Given.Bid("one").Key));

        await handle.SetTradingEnabledAsync(true);
        await handle.SendOpenRequestsAsync([open]);
        await handle.SendCancelRequestsAsync([cancel]);
        await handle.ShutdownAsync();

        var ticks = await Given.AllAsync(audit);
        Assert.Equal(
            Enumerable.Range(0, ticks.Count).Select(at => audit.NextSequence + (ulong)at),
            ticks.Select(tick => tick.Context.Sequence));
        Assert.Equal(
            [
                EngineEvents.Trading(true), EngineEvents.SendOpenRequests(open),
                EngineEvents.SendCancelRequests(cancel), EngineEvents.Shutdown,
            ],
            ticks.Select(tick => ((AuditEvent.Processed)tick.Event).Event)
                .Where(cause => cause is not EngineEvent.Account));
        Assert.Equal([ticks[^1]], ticks.Where(tick => tick.IsTerminal));
        await audit.Ticks.Completion;
    }

    [Fact]
    [Trait("Case", "XB-009")]
    public async Task A_read_that_is_given_up_ends_at_once_and_the_next_one_reads_on()
    {
        await using var handle = await TradingSystem.StartAsync(House.Config, Audited);
        using var audit = (await handle.TakeAuditAsync())!;
        using var token = new CancellationTokenSource();
        var read = audit.Ticks.ReadAsync(token.Token).AsTask();
        Assert.False(read.IsCompleted);

        var watch = Stopwatch.StartNew();
        await token.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 100);

        await handle.SetTradingEnabledAsync(true);
        Assert.Equal(audit.NextSequence, (await audit.Ticks.ReadAsync()).Context.Sequence);
    }

    [Fact]
    public async Task A_reader_that_falls_behind_is_let_go_and_the_engine_goes_on()
    {
        await using var house = House.Open("barter.audit.capacity = 10");
        await using var handle = await house.StartAsync(Audited);
        using var audit = (await handle.TakeAuditAsync())!;

        await handle.FeedEventsAsync(Enumerable.Range(0, 25).Select(at => EngineEvents.Trading(at % 2 == 0)));
        await handle.SetTradingEnabledAsync(true);

        List<AuditTick> read = [];
        var lagged = await Assert.ThrowsAsync<AuditLaggedException>(async () =>
        {
            await foreach (var tick in audit.Ticks.ReadAllAsync())
            {
                read.Add(tick);
            }
        });
        Assert.Equal(10, read.Count);
        Assert.Equal(audit.NextSequence + 10, lagged.Sequence);
        Assert.Equal(TradingState.Enabled, (await handle.GetStateAsync()).Trading);
        Assert.Null(await handle.TakeAuditAsync());
        await house.AssertNothingLostAsync();
    }

    [Fact]
    public async Task A_reader_that_goes_leaves_the_engine_alone()
    {
        await using var handle = await TradingSystem.StartAsync(House.Config, Audited);
        (await handle.TakeAuditAsync())!.Dispose();

        await handle.SetTradingEnabledAsync(true);

        Assert.Equal(TradingState.Enabled, (await handle.GetStateAsync()).Trading);
    }

    [Fact]
    public async Task A_replica_follows_the_audit_to_the_same_state()
    {
        var source = new RecordedMarketData(
            Repository.File("data/markets/reconnects.json"), House.Config.BuildCatalog());
        await using var handle = await TradingSystem.StartAsync(House.Config, new TradingSystemOptions
        {
            Audit = true,
            Market = MarketFeed.Paced(source, 1_000_000),
            Strategy = () => ShippedStrategies.Create("buy-and-hold", []),
        });
        using var audit = (await handle.TakeAuditAsync())!;
        var replica = audit.NewReplica();
        Assert.Equal(StateDigest.Of(audit.State), StateDigest.Of(replica.State));

        await handle.MarketEnded;
        await handle.SendOpenRequestsAsync([Given.Bid("mine")]);
        await handle.SetTradingEnabledAsync(false);
        var state = await handle.GetStateAsync();
        EngineState? earlier = null;
        while (!Equal(earlier, state))
        {
            // What was processed before a state was told stands in the audit by then
            while (audit.Ticks.TryRead(out var tick))
            {
                Assert.True(replica.Apply(tick));
            }

            (earlier, state) = (state, await handle.GetStateAsync());
        }

        var before = StateDigest.Of(state);
        Assert.Equal(StateDigest.Describe(state), StateDigest.Describe(replica.State));
        await handle.ShutdownAsync();
        foreach (var tick in await Given.AllAsync(audit))
        {
            replica.Apply(tick);
        }

        Assert.True(replica.HasEnded);
        Assert.Equal(before, StateDigest.Of(state));
    }

    private static bool Equal(EngineState? left, EngineState right) =>
        left is not null && StateDigest.Of(left) == StateDigest.Of(right);
}
