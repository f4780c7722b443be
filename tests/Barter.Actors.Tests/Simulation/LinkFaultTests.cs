using System.Runtime.CompilerServices;
using Barter.Actors.Execution;
using Barter.Actors.Tests.Worlds;
using Barter.Engine;
using Barter.Engine.Connectivity;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;
using static Barter.Actors.Tests.Simulation.SimulatedSession;

namespace Barter.Actors.Tests.Simulation;

[Trait("Category", "Integration")]
public sealed class LinkFaultTests
{
    private static readonly InstrumentIndex First = new(0);
    private static readonly ExchangeIndex Spot = new(0);

    [Fact]
    public void A_market_link_that_returns_marks_positions_again() => Run(async session =>
    {
        var hooks = new Hooks();
        await using var handle = await session.StartAsync(session.Options with
        {
            Strategy = () => hooks,
            Market = MarketFeed.Paced(new InMemoryMarketData(
                [Trade(1, 100m), MarketEvent.Reconnecting(ExchangeId.BinanceSpot), Trade(20, 90m)])),
        });
        await session.DelayAsync(0.5);
        await handle.SendOpenRequestsAsync([session.Limit(price: 101m)]);
        await session.DelayAsync(5);
        var lost = await handle.GetStateAsync();
        await handle.MarketEnded;
        var back = await handle.GetStateAsync();

        Assert.Equal(1, hooks.Disconnects);
        Assert.Equal(LinkHealth.Reconnecting, lost.Connectivity[Spot].MarketData);
        Assert.Equal(LinkHealth.Healthy, back.Connectivity[Spot].MarketData);
        Assert.Equal(0m, lost[First].Position!.PnlUnrealised);
        Assert.Equal(90m, back[First].Position!.Mark);
    });

    [Fact]
    public void Market_data_that_crashes_loses_and_doubles_no_event() => Run(
        async session =>
        {
            var source = Markets.Walk(Catalog, 5, 300, TimeSpan.FromMilliseconds(200), lost: 0);
            await using var handle = await session.StartAsync(
                session.Options with { Market = MarketFeed.Paced(source) });
            using var audit = (await handle.TakeAuditAsync())!;
            for (var times = 0; times < 4; times++)
            {
                await session.DelayAsync(6);
                await session.CrashAsync(Feed);
            }

            await handle.MarketEnded;
            await handle.ShutdownAsync();
            var told = Read(audit)
                .Select(tick => tick.Event).OfType<EngineEvent.Market>().Select(row => row.Event).ToList();

            Assert.Equal(4, told.Count(market => market.IsReconnecting));
            Assert.True(told.Count > 290, "the audit began late");
            Assert.Equal(
                source.Events.ToArray().TakeLast(told.Count - 4), told.Where(market => !market.IsReconnecting));
        },
        settings: "barter.market-data { ahead = 8, batch = 2 }");

    [Fact]
    public void A_stream_that_fails_or_ends_is_closed_and_asked_for_again() => Run(async session =>
    {
        var (opened, closed) = (0, 0);
        async IAsyncEnumerable<MarketEvent> Read([EnumeratorCancellation] CancellationToken token)
        {
            var reading = ++opened;
            try
            {
                yield return Trade(reading, 100m + reading);
                await Task.Delay(TimeSpan.FromSeconds(1), session.Simulation.Time, token);
                if (reading == 1)
                {
                    throw new IOException("the line is dead");
                }

                if (reading == 3)
                {
                    var never = new TaskCompletionSource();
                    await using var given = token.Register(() => never.TrySetCanceled(token));
                    await never.Task;
                }
            }
            finally
            {
                closed++;
            }
        }

        await using (var handle = await session.StartAsync(session.Options with { Market = MarketFeed.Live(Read) }))
        {
            using var audit = (await handle.TakeAuditAsync())!;
            await session.DelayAsync(10);
            Assert.Equal((3, 2), (opened, closed));
            Assert.Equal(103m, (await handle.GetStateAsync())[First].Price);
            Assert.Equal(2, SimulatedSession.Read(audit).Count(
                tick => tick.Event is EngineEvent.Market { Event.IsReconnecting: true }));
            await handle.ShutdownAsync();
        }

        Assert.Equal(3, closed);
    });

    [Fact]
    public void An_account_link_that_breaks_is_told_once_and_what_came_late_was_never_placed() => Run(async session =>
    {
        var hooks = new Hooks();
        await using var handle = await session.StartAsync(session.Options with { Strategy = () => hooks });
        using var audit = (await handle.TakeAuditAsync())!;
        await handle.SendOpenRequestsAsync([session.Limit()]);
        await session.DelayAsync(1);
        session.BreakLink(30);
        await handle.SendOpenRequestsAsync([session.Limit()]);
        await session.DelayAsync(20);
        var broken = await handle.GetStateAsync();
        await session.DelayAsync(30);
        var mended = await handle.GetStateAsync();
        await handle.ShutdownAsync();

        Assert.Equal(1, hooks.Disconnects);
        Assert.Equal(LinkHealth.Reconnecting, broken.Connectivity[Spot].Account);
        Assert.IsType<ActiveOrderState.Open>(broken[First].Orders[0].State);
        Assert.IsType<ActiveOrderState.Unknown>(broken[First].Orders[1].State);
        Assert.Equal(LinkHealth.Healthy, mended.Connectivity[Spot].Account);
        Assert.Equal(1, mended[First].Orders.Count);
        var told = Read(audit);
        Assert.Contains(told, tick => tick.Event is EngineEvent.Account { Event: AccountEvent.Snapshot });
        Assert.Contains(told, tick => tick.Event is EngineEvent.Account
        {
            Event: AccountEvent.OrderSnapshot
            {
                Order.State: InactiveOrderState.OpenFailed { Error.LeavesOutcomeUnknown: false },
            },
        });
    });

    [Fact]
    public void A_desk_that_missed_the_break_finds_out() => Run(
        async session =>
        {
            await using var handle = await session.StartAsync();
            await handle.SendOpenRequestsAsync([session.Limit()]);
            await session.DelayAsync(1);
            session.BreakLink(10);
            await session.DelayAsync(11);
            await handle.CancelOrdersAsync();
            await session.DelayAsync(30);

            Assert.Equal(0, (await handle.GetStateAsync())[First].Orders.Count);
        },
        simulation =>
        {
            var broken = 0;
            simulation.Between(Exchange, Desk, told => told is ExchangeProtocol.LinkBroken && ++broken == 1).Drop(1);
        });

    [Fact]
    public void An_open_that_was_lost_goes_again_before_its_cancel_when_the_desk_crashes() => Run(
        async session =>
        {
            await using var handle = await session.StartAsync();
            await handle.SendOpenRequestsAsync([session.Limit()]);
            await handle.CancelOrdersAsync();
            await session.CrashAsync($"{Root}/execution-binance_spot/execution-binance_spot");
            await session.DelayAsync(10);
            var state = await handle.GetStateAsync();
            var books = await session.InspectAsync();

            Assert.Equal(0, state[First].Orders.Count);
            Assert.IsType<InactiveOrderState.Cancelled>(books.Exchange.Find(new ClientOrderId("c1"))!.State);
        },
        simulation =>
        {
            var placed = 0;
            simulation.Between(Desk, Exchange, told => told is ExchangeProtocol.Place && ++placed == 1).Drop(1);
        });

    [Fact]
    public void An_order_that_was_lost_on_its_way_is_sent_again_before_its_end() => Run(
        async session =>
        {
            await using var handle = await session.StartAsync();
            await handle.SendOpenRequestsAsync([session.Limit()]);
            await session.DelayAsync(6);
            var state = await handle.GetStateAsync();

            Assert.IsType<ActiveOrderState.Open>(state[First].Orders[0].State);
        },
        simulation =>
        {
            var placed = 0;
            simulation.Between(Desk, Exchange, told => told is ExchangeProtocol.Place && ++placed == 1).Drop(1);
        });

    [Fact]
    public void An_order_whose_answer_came_before_the_desk_crashed_is_not_asked_about_for_ever() => Run(
        async session =>
        {
            await using var handle = await session.StartAsync();
            using var audit = (await handle.TakeAuditAsync())!;
            await handle.SendOpenRequestsAsync([session.Limit()]);
            await session.DelayAsync(1);
            await handle.CancelOrdersAsync();
            await session.DelayAsync(6);
            await session.CrashAsync($"{Root}/execution-binance_spot/execution-binance_spot");
            await session.DelayAsync(600);
            await handle.ShutdownAsync();

            // Its cancel is asked about until it is answered; the order itself was answered
            Assert.DoesNotContain(Read(audit), tick => tick.Event is EngineEvent.Account
            {
                Event: AccountEvent.OrderSnapshot { Order.State: InactiveOrderState.OpenFailed },
            });
        },
        simulation => simulation.Between(Desk, Exchange, told => told is ExchangeProtocol.Withdraw).Drop(1));

    [Fact]
    public void An_id_that_was_refused_is_refused_again() => Run(async session =>
    {
        await using var handle = await session.StartAsync();
        var tooDear = session.Limit(quantity: 1_000_000m);
        using var audit = (await handle.TakeAuditAsync())!;
        await handle.SendOpenRequestsAsync([tooDear]);
        await session.DelayAsync(1);
        for (var at = 0; at < 1_100; at++)
        {
            await handle.SendOpenRequestsAsync([session.Limit(quantity: 1_000_000m)]);
        }

        await session.DelayAsync(1);
        await handle.SendOpenRequestsAsync([OrderRequestOpen.Limit(tooDear.Key, Side.Buy, 50m, 1m)]);
        await session.DelayAsync(60);

        Assert.Equal(0, (await handle.GetStateAsync())[First].Orders.Count);
        await handle.ShutdownAsync();
        Assert.Equal(1_102, Read(audit).Count(tick => tick.Event is EngineEvent.Account
        {
            Event: AccountEvent.OrderSnapshot { Order.State: InactiveOrderState.OpenFailed },
        }));
    });

    [Theory]
    [InlineData($"{Root}/exchange-binance_spot", "exchange-binance_spot failed")]
    [InlineData($"{Root}/execution-binance_spot", "execution-binance_spot failed")]
    [InlineData($"{Root}/engine", "engine failed")]
    public void A_part_that_is_not_started_again_halts_the_session(string part, string reason) => Run(async session =>
    {
        await using var handle = await session.StartAsync();
        await handle.SendOpenRequestsAsync([session.Limit()]);
        await session.CrashAsync(part);
        var ended = await handle.Terminated;

        Assert.Equal(TerminationKind.Halted, ended.Kind);
        Assert.StartsWith(reason, ended.Message, StringComparison.Ordinal);
        Assert.NotNull(ended.Exception);
        var late = await Assert.ThrowsAsync<SystemNotRunningException>(() => handle.GetStateAsync());
        Assert.Equal(ended, late.Reason);
    });

    [Fact]
    public void A_desk_that_crashes_for_ever_spends_its_budget() => Run(
        async session =>
        {
            var failed = await Assert.ThrowsAsync<SystemNotRunningException>(() => session.StartAsync());
            Assert.Contains("it can be 8 times, barter.session.restart", failed.Message, StringComparison.Ordinal);
        },
        simulation => simulation.At(Desk).Crash(1),
        settings: "barter.session.start-timeout = 10m");

    private static MarketEvent Trade(int second, decimal price)
    {
        var at = Timestamp.From(Markets.Start.AddSeconds(second));
        return MarketEvent.OfTrade(ExchangeId.BinanceSpot, First, at, at, second, price, 10m, Side.Buy);
    }

    private sealed class Hooks : IStrategy
    {
        public StrategyId Id { get; } = new("hooks");

        public int Disconnects { get; private set; }

        public void Decide(EngineState state, OrderBatch orders)
        {
        }

        public void OnDisconnect(ExchangeIndex exchange, EngineState state, OrderBatch orders) => Disconnects++;
    }
}
