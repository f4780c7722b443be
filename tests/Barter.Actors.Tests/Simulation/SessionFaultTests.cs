using Akka.Simulation;
using Barter.Actors.Tests.Worlds;
using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Engine.Risk;
using Barter.MarketData;
using Barter.Model;
using static Barter.Actors.Tests.Simulation.SimulatedSession;

namespace Barter.Actors.Tests.Simulation;

[Trait("Category", "Integration")]
public sealed class SessionFaultTests
{
    private static readonly InstrumentIndex First = new(0);

    [Theory]
    [InlineData("strategy.see: the strategy has had enough", 3, false)]
    [InlineData("risk.check: the policy has had enough", int.MaxValue, true)]
    public void What_the_user_wrote_may_throw_and_commands_still_work(string fault, int throwsAt, bool isRisk) => Run(
        async session =>
        {
            await using var handle = await session.StartAsync(session.Options with
            {
                Strategy = () => new Trader(1, throwsAt),
                Risk = isRisk ? () => new Throws() : null,
                Market = MarketFeed.Paced(Markets.Walk(Catalog, 1, 100, TimeSpan.FromMilliseconds(100))),
            });
            using var audit = (await handle.TakeAuditAsync())!;
            await handle.MarketEnded;
            Assert.Equal(TradingState.Disabled, (await handle.GetStateAsync()).Trading);
            await handle.SendOpenRequestsAsync([session.Limit()]);
            await session.DelayAsync(1);
            Assert.IsType<ActiveOrderState.Open>((await handle.GetStateAsync())[First].Orders[0].State);
            await handle.ShutdownAsync();

            var faulted = Assert.Single(Read(audit).SelectMany(tick => tick.Outputs).OfType<EngineOutput.Faulted>());
            Assert.Equal(fault, $"{faulted.Part}: {faulted.Message.Split(": ")[1]}");
        });

    [Fact]
    public void What_the_core_throws_halts_the_session_and_every_call_hears_it() => Run(async session =>
    {
        await using var handle = await session.StartAsync();
        var poisoned = handle.FeedEventsAsync(Poison.Fills);
        var pending = handle.SetTradingEnabledAsync(true);

        var first = await Assert.ThrowsAsync<SystemNotRunningException>(() => poisoned);
        Assert.Equal(TerminationKind.Halted, first.Reason.Kind);
        Assert.StartsWith("the core failed: ", first.Reason.Message, StringComparison.Ordinal);
        Assert.IsType<OverflowException>(first.Reason.Exception);
        Assert.Equal(first.Reason, (await Assert.ThrowsAsync<SystemNotRunningException>(() => pending)).Reason);
        Assert.Equal(first.Reason, await handle.Terminated);
        foreach (var late in new Func<Task>[]
                 {
                     () => handle.GetStateAsync(), () => handle.CancelOrdersAsync(), () => handle.TakeAuditAsync(),
                     () => handle.ShutdownWithSummaryAsync(), handle.AbortAsync,
                 })
        {
            Assert.Equal(first.Reason, (await Assert.ThrowsAsync<SystemNotRunningException>(late)).Reason);
        }
    });

    [Fact]
    public void An_engine_that_dies_while_it_drains_fails_the_shutdown_and_what_waits() => Run(async session =>
    {
        await using var handle = await session.StartAsync();
        session.BreakLink(3_600);
        await handle.SendOpenRequestsAsync([session.Limit()]);
        var engine = await session.RefAsync($"{Root}/engine");
        session.Simulation.Pause(engine, TimeSpan.FromSeconds(5));
        var asked = handle.GetStateAsync();
        var stopping = handle.ShutdownAsync(drain: TimeSpan.FromMinutes(10));
        session.Simulation.Crash(engine);

        await Assert.ThrowsAsync<SystemNotRunningException>(() => asked);
        var failed = await Assert.ThrowsAsync<SystemNotRunningException>(() => stopping);
        Assert.Equal(TerminationKind.Halted, failed.Reason.Kind);
    });

    [Fact]
    public void A_slow_reader_of_the_audit_is_let_go_and_the_engine_goes_on() => Run(
        async session =>
        {
            await using var handle = await session.StartAsync(session.Options with
            {
                Market = MarketFeed.Paced(Markets.Walk(Catalog, 1, 50, TimeSpan.FromMilliseconds(100))),
            });
            using var audit = (await handle.TakeAuditAsync())!;
            await handle.MarketEnded;
            Assert.Equal(8, Read(audit).Count);
            var lagged = await Assert.ThrowsAsync<AuditLaggedException>(() => audit.Ticks.Completion);
            Assert.Equal(audit.NextSequence + 8, lagged.Sequence);
            await handle.SetTradingEnabledAsync(false);
            await handle.ShutdownAsync();
        },
        settings: "barter.audit.capacity = 8");

    [Fact]
    public void A_flood_overtakes_quotes_and_nothing_else_and_counts_each() => Run(
        async session =>
        {
            var calm = Markets.Walk(Catalog, 1, 40, TimeSpan.FromMilliseconds(100), quotes: 0.9, lost: 0.02);
            var flood = Markets.Walk(Catalog, 2, 4_000, TimeSpan.FromMilliseconds(1), quotes: 0.9, lost: 0.02);
            var source = new InMemoryMarketData([.. calm.Events.ToArray(), .. flood.Events.ToArray()]);
            await using var handle = await session.StartAsync(
                session.Options with { Market = MarketFeed.Paced(source) });
            using var audit = (await handle.TakeAuditAsync())!;
            await handle.SendOpenRequestsAsync([session.Limit(), session.Limit(price: 200m)]);
            await session.PauseAsync($"{Root}/engine", 20);
            await handle.MarketEnded;
            await session.DelayAsync(1);
            var state = await handle.GetStateAsync();
            await handle.ShutdownAsync();
            var told = Read(audit)
                .Select(tick => tick.Event).OfType<EngineEvent.Market>().Select(row => row.Event).ToArray();
            var before = (int)audit.NextSequence - 1;

            Assert.True(handle.QuotesConflated > 100, $"{handle.QuotesConflated} quotes");
            Assert.Equal(source.Count, before + told.Length + (int)handle.QuotesConflated);
            Assert.Equal(
                source.Events.ToArray().Skip(before).Where(market => market.Kind != MarketEventKind.OrderBookL1),
                told.Where(market => market.Kind != MarketEventKind.OrderBookL1));
            Assert.Equal(1m, state[First].Position!.QuantitySigned);
            Assert.Equal(1, state[First].Orders.Count);
        },
        settings: "barter.market-data { ahead = 64, batch = 16 }");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_recording_that_fails_in_the_middle_halts_and_says_why(bool isHistory) => Run(async session =>
    {
        var torn = new Torn(Markets.Walk(Catalog, 1, 50, TimeSpan.FromMilliseconds(100)));
        await using var handle = await session.StartAsync(session.Options with
        {
            Market = isHistory ? MarketFeed.Replayed(torn) : MarketFeed.Paced(torn),
        });
        await handle.MarketEnded;
        var reason = await handle.Terminated;

        Assert.Equal(TerminationKind.Halted, reason.Kind);
        Assert.EndsWith("the tape is torn", reason.Message, StringComparison.Ordinal);
        Assert.IsType<MarketDataException>(reason.Exception);
    });

    [Fact]
    public void A_session_that_cannot_be_made_says_why_at_once() => Run(async session =>
    {
        var failed = await Assert.ThrowsAsync<SystemNotRunningException>(() => session.StartAsync(session.Options with
        {
            Strategy = () => throw new NotSupportedException("no strategy today"),
        }));
        Assert.EndsWith("no strategy today", failed.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.Zero, session.Simulation.Elapsed);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Calls_that_wait_when_a_system_is_let_go_fail_and_do_not_hang(bool isAborted) => Run(async session =>
    {
        var handle = await session.StartAsync();
        await session.PauseAsync($"{Root}/engine", 5);
        var waiting = Enumerable.Range(0, 5).Select(_ => handle.SetTradingEnabledAsync(true)).ToArray();
        var ending = isAborted ? handle.AbortAsync() : handle.DisposeAsync().AsTask();

        foreach (var call in waiting)
        {
            var failed = await Assert.ThrowsAsync<SystemNotRunningException>(() => call);
            Assert.Equal(TerminationKind.Aborted, failed.Reason.Kind);
        }

        await ending;
    });

    [Fact]
    public void A_system_that_does_not_stop_says_so() => Run(async session =>
    {
        var handle = await session.StartAsync();
        await session.PauseAsync($"{Root}/engine", 60);
        var late = await Assert.ThrowsAsync<TimeoutException>(handle.AbortAsync);
        Assert.Contains("barter.session.stop-timeout", late.Message, StringComparison.Ordinal);
    });

    [Fact]
    public void A_system_at_rest_does_nothing_at_all()
    {
        var result = Run(async session =>
        {
            var handle = await session.StartAsync();
            await handle.SendOpenRequestsAsync([session.Limit()]);
            await handle.CancelOrdersAsync();
            await session.DelayAsync(10);
            Assert.Equal(0, (await handle.GetStateAsync())[First].Orders.Count);
        });

        // No timer is set, though the session lives
        Assert.Equal(SimulationEnding.Quiescent, result.Ending);
        Assert.InRange(result.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Reports_are_kept_only_until_the_desk_has_them() => Run(async session =>
    {
        await using var handle = await session.StartAsync();
        for (var at = 0; at < 500; at++)
        {
            await handle.SendOpenRequestsAsync([session.Limit()]);
            await handle.CancelOrdersAsync();
            await session.DelayAsync(0.1);
        }

        Assert.InRange((await session.InspectAsync()).Reports, 1, 200);
        await session.DelayAsync(10);
        Assert.Equal(0, (await session.InspectAsync()).Reports);
    });

    [Fact]
    public void Commands_during_a_recording_are_drained_without_waiting_longer_than_needed() => Run(async session =>
    {
        await using var handle = await session.StartAsync(session.Options with
        {
            Strategy = () => new Trader(1),
            Market = MarketFeed.Replayed(Markets.Walk(Catalog, 1, 2_000, TimeSpan.FromMilliseconds(100))),
        });
        using var audit = (await handle.TakeAuditAsync())!;
        await handle.SendOpenRequestsAsync([session.Limit(), session.Limit(price: 200m)]);
        await handle.ShutdownWithSummaryAsync(drain: TimeSpan.FromMinutes(10));
        var replica = audit.NewReplica();
        while (audit.Ticks.TryRead(out var tick))
        {
            replica.Apply(tick);
        }

        Assert.True(replica.HasEnded);
        Ledgers.DemandKnown(replica.State);
        Assert.Equal(TimeSpan.Zero, session.Simulation.Elapsed);
    });

    [Fact]
    public void A_drain_that_never_ends_is_ended() => Run(async session =>
    {
        await using var handle = await session.StartAsync();
        session.BreakLink(3_600);
        await handle.SendOpenRequestsAsync([session.Limit()]);
        await handle.ShutdownWithSummaryAsync(drain: TimeSpan.FromMinutes(10));

        Assert.InRange(session.Simulation.Elapsed, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
    });

    [Fact]
    public void A_market_whose_time_goes_back_is_told_in_its_order() => Run(async session =>
    {
        var walk = Markets.Walk(Catalog, 1, 50, TimeSpan.FromMilliseconds(100)).Events.ToArray();
        var source = new InMemoryMarketData([walk[0], .. walk.Skip(25), .. walk.Skip(1).Take(24)]);
        await using var handle = await session.StartAsync(session.Options with
        {
            Strategy = () => new Trader(1),
            Market = MarketFeed.Paced(source),
        });
        await handle.MarketEnded;
        Assert.True((await handle.GetStateAsync()).Time >= walk[^1].TimeExchange);
        await handle.ShutdownAsync(drain: TimeSpan.FromSeconds(10));
    });

    private sealed class Throws : IRiskPolicy
    {
        public RiskVerdict Check(OrderRequestOpen request, EngineState state) =>
            throw new InvalidOperationException("the policy has had enough");
    }

    private sealed class Torn(IMarketDataSource whole) : IMarketDataSource
    {
        public string Name => "torn";

        public IMarketDataStream Open() => new Stream(whole.Open());

        private sealed class Stream(IMarketDataStream whole) : IMarketDataStream
        {
            private bool _isTorn;

            public MarketDataReport Report => whole.Report;

            public double? Progress => whole.Progress;

            public ReadOnlyMemory<MarketEvent> Next()
            {
                if (_isTorn)
                {
                    throw new MarketDataException("torn", 1, "the tape is torn");
                }

                _isTorn = true;
                return whole.Next();
            }

            public void Dispose() => whole.Dispose();
        }
    }
}
