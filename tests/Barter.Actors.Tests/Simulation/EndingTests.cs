using Akka.Actor;
using Akka.Event;
using Barter.Actors.Engine;
using Barter.Actors.Execution;
using Barter.Actors.Tests.Instrumentation;
using Barter.Actors.Tests.Worlds;
using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.Model;
using static Barter.Actors.Tests.Simulation.SimulatedSession;

namespace Barter.Actors.Tests.Simulation;

/// <summary>What is left of a session, or of one of its parts, when it has ended.</summary>
[Trait("Category", "Integration")]
public sealed class EndingTests
{
    private static readonly InstrumentIndex First = new(0);

    [Fact]
    public void A_cancel_in_doubt_is_asked_for_again_when_its_desk_crashes()
    {
        var isLossy = true;
        Run(
            async session =>
            {
                await using var handle = await session.StartAsync();
                await handle.SendOpenRequestsAsync([session.Limit()]);
                await session.DelayAsync(1);
                await handle.CancelOrdersAsync();
                await session.DelayAsync(6);
                Assert.IsType<ActiveOrderState.Unknown>((await handle.GetStateAsync())[First].Orders[0].State);
                await session.CrashAsync($"{Root}/execution-binance_spot/execution-binance_spot");
                isLossy = false;
                await session.DelayAsync(30);

                Assert.Equal(0, (await handle.GetStateAsync())[First].Orders.Count);
            },
            simulation => simulation.Between(
                Desk, Exchange, told => isLossy && told is ExchangeProtocol.Withdraw).Drop(1));
    }

    [Fact]
    public void A_drain_waits_for_a_cancel_in_doubt_of_an_order_that_is_known_to_rest()
    {
        var isLossy = true;
        Run(
            async session =>
            {
                await using var handle = await session.StartAsync();
                using var audit = (await handle.TakeAuditAsync())!;
                await handle.SendOpenRequestsAsync([session.Limit()]);
                await session.DelayAsync(1);
                await handle.CancelOrdersAsync();
                await session.DelayAsync(6);
                session.BreakLink(1);
                await session.DelayAsync(3);
                Assert.IsType<ActiveOrderState.Open>((await handle.GetStateAsync())[First].Orders[0].State);
                isLossy = false;
                await handle.ShutdownAsync(drain: TimeSpan.FromMinutes(1));

                Assert.Contains(Read(audit), tick => tick.Event is EngineEvent.Account
                {
                    Event: AccountEvent.OrderCancelled { Response.Error: null },
                });
            },
            simulation => simulation.Between(
                Desk, Exchange, told => isLossy && told is ExchangeProtocol.Withdraw).Drop(1));
    }

    [Fact]
    public void An_engine_that_dies_while_it_sums_up_fails_the_shutdown_at_once() => Run(
        async session =>
        {
            var handle = await session.StartAsync();
            var engine = await session.RefAsync($"{Root}/engine");
            var stopping = handle.ShutdownWithSummaryAsync();
            await handle.Terminated;
            session.Simulation.Crash(engine);

            await Assert.ThrowsAsync<SystemNotRunningException>(() => stopping);
            Assert.InRange(session.Simulation.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        },
        simulation => simulation.Between("/temp/*", $"{Root}/engine", told => told is EngineProtocol.Summarise)
            .Delay(1, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5)));

    [Fact]
    public void An_audit_ends_with_an_engine_that_dies() => Run(async session =>
    {
        await using var handle = await session.StartAsync();
        using var audit = (await handle.TakeAuditAsync())!;
        await session.CrashAsync($"{Root}/engine");
        await handle.Terminated;

        Read(audit);
        Assert.True(audit.Ticks.Completion.IsCompletedSuccessfully);
    });

    [Fact]
    public void A_stream_that_is_cancelled_at_the_stop_tells_nothing_to_the_dead()
    {
        List<object> lost = [];
        Run(async session =>
        {
            var mail = session.Simulation.System.ActorOf(Props.Create(() => new Collector(lost)), "mail");
            session.Simulation.System.EventStream.Subscribe(mail, typeof(DeadLetter));
            await using (await session.StartAsync(session.Options with { Market = MarketFeed.Live(Silence) }))
            {
                await session.DelayAsync(1);
            }

            await session.DelayAsync(1);
        });

        Assert.Empty(lost);
    }

    [Fact]
    public void A_timer_of_the_strategy_does_not_outlive_its_session()
    {
        var result = Run(async session =>
        {
            var sleeper = new Sleeper();
            await using var handle = await session.StartAsync(session.Options with { Strategy = () => sleeper });
            await session.DelayAsync(30);
            Assert.Equal(2, sleeper.Woken);
            await handle.ShutdownAsync();
        });

        Assert.InRange(result.Elapsed, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Quotes_that_made_way_are_counted_once_though_market_data_starts_again()
    {
        using var meters = new Meters();
        var conflated = 0L;
        Run(
            async session =>
            {
                await using var handle = await session.StartAsync(session.Options with
                {
                    MeterFactory = meters,
                    Market = MarketFeed.Paced(
                        Markets.Walk(Catalog, 1, 2_000, TimeSpan.FromMilliseconds(20), quotes: 0.9, lost: 0)),
                });
                await session.PauseAsync($"{Root}/engine", 8);
                await session.DelayAsync(9);
                Assert.True(handle.QuotesConflated > 0, "the engine was never behind");
                await session.CrashAsync(Feed);
                await handle.MarketEnded;
                conflated = handle.QuotesConflated;
            },
            settings: "barter.market-data { ahead = 64, batch = 16 }");

        Assert.Equal(conflated, meters.Sum("barter.quotes.conflated"));
    }

    private static async IAsyncEnumerable<MarketEvent> Silence(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await new TaskCompletionSource().Task.WaitAsync(cancellation);
        yield break;
    }

    private sealed class Collector : ReceiveActor
    {
        public Collector(List<object> letters) => ReceiveAny(letters.Add);
    }

    /// <summary>Wants to be woken twice at the same time, and once when nobody is there any more.</summary>
    private sealed class Sleeper : IStrategy
    {
        private bool _isSet;

        public StrategyId Id { get; } = new("sleeper");

        public int Woken { get; private set; }

        public void Decide(EngineState state, OrderBatch orders)
        {
            if (_isSet)
            {
                return;
            }

            _isSet = true;
            orders.WakeAt(state.Time + TimeSpan.FromSeconds(10), "soon");
            orders.WakeAt(state.Time + TimeSpan.FromSeconds(10), "soon");
            orders.WakeAt(state.Time + TimeSpan.FromHours(10), "late");
        }

        public void Wake(EngineEvent.TimerElapsed timer, EngineState state) => Woken++;
    }
}
