using Barter.Actors.Tests.Worlds;
using Barter.Journal;
using Barter.Model;

namespace Barter.Actors.Tests.Simulation.Kills;

/// <summary>A disk that fails ends the session, and what it had promised stays.</summary>
[Trait("Category", "Integration")]
public sealed class DiskFailureTests
{
    [Fact]
    public void A_session_whose_disk_fails_sends_nothing_more_and_names_the_disk()
    {
        var disk = new MemoryDisk();
        SimulatedSession.Run(async session =>
        {
            await using var handle = await session.StartAsync(OptionsOf(session, disk));
            await handle.SendOpenRequestsAsync([session.Limit()]);
            await session.DelayAsync(2);
            disk.FailAt(disk.Operations);
            var refused = await Assert.ThrowsAsync<SystemNotRunningException>(
                () => handle.SendOpenRequestsAsync([session.Limit()]));
            var reason = await handle.Terminated;

            Assert.Equal(TerminationKind.Halted, reason.Kind);
            Assert.StartsWith("the journal failed: ", reason.Message, StringComparison.Ordinal);
            Assert.IsType<JournalException>(reason.Exception);
            Assert.Equal(reason, refused.Reason);
        });

        disk.Crash(keep: 0);
        SimulatedSession.Run(async session =>
        {
            await using var handle = await session.StartAsync(OptionsOf(session, disk));
            var state = await handle.GetStateAsync();
            var order = Assert.Single(Enumerable.Range(0, state[new InstrumentIndex(0)].Orders.Count)
                .Select(at => state[new InstrumentIndex(0)].Orders[at]));

            Assert.Equal("c1", order.Key.ClientOrderId.Value);
            Assert.NotNull(handle.Recovery);
        });
    }

    [Fact]
    public void A_second_writer_is_refused()
    {
        var disk = new MemoryDisk();
        SimulatedSession.Run(async session =>
        {
            await using var handle = await session.StartAsync(OptionsOf(session, disk));
            var refused = await Assert.ThrowsAsync<JournalException>(
                () => session.StartAsync(OptionsOf(session, disk) with { Session = "other" }));

            Assert.Equal(JournalFault.Locked, refused.Kind);
        });
    }

    [Fact]
    public void A_replayed_recording_keeps_no_journal() => SimulatedSession.Run(async session =>
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => session.StartAsync(
            OptionsOf(session, new MemoryDisk()) with
            {
                Market = MarketFeed.Replayed(Markets.Walk(SimulatedSession.Catalog, 1, 5, TimeSpan.FromSeconds(1))),
            }));

        Assert.Contains("MarketFeed.Paced", refused.Message, StringComparison.Ordinal);
    });

    [Fact]
    public void A_session_that_was_stopped_goes_on_and_trades()
    {
        var disk = new MemoryDisk();
        SimulatedSession.Run(async session =>
        {
            await using var handle = await session.StartAsync(OptionsOf(session, disk));
            await handle.SendOpenRequestsAsync([session.Limit()]);
            await session.DelayAsync(2);
            await handle.ShutdownAsync(TimeSpan.FromSeconds(5));
        });
        SimulatedSession.Run(async session =>
        {
            await using var handle = await session.StartAsync(OptionsOf(session, disk));
            var state = await handle.GetStateAsync();

            Assert.Equal(TradingState.Enabled, state.Trading);
            Assert.Equal(1, state[new InstrumentIndex(0)].Orders.Count);
            Assert.IsType<ActiveOrderState.Open>(state[new InstrumentIndex(0)].Orders[0].State);
        });
    }

    private static TradingSystemOptions OptionsOf(SimulatedSession session, MemoryDisk disk) =>
        session.Options with { Journal = new JournalSettings(_ => disk, "memory") };
}
