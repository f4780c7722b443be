using Barter.Journal;

namespace Barter.Actors.Tests.Simulation.Kills;

/// <summary>A session says itself how it stands, for lists.</summary>
[Trait("Category", "Integration")]
public sealed class SessionRowTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("barter-rows-").FullName;
    private readonly MemoryDisk _disk = new();

    [Fact]
    public void How_a_session_stands_is_told_from_its_start_to_its_end() => SimulatedSession.Run(async session =>
    {
        await using var handle = await session.StartAsync(OptionsOf(session));
        var begun = SessionCatalog.Peek(_folder)!;
        await handle.SendOpenRequestsAsync([session.Limit()]);
        await handle.ShutdownAsync();
        var ended = SessionCatalog.Peek(_folder)!;

        Assert.Equal((SessionRow.Running, "", 0), (begun.State, begun.Reason, begun.OpenOrders));
        Assert.Equal(Environment.ProcessId, begun.ProcessId);
        Assert.Equal((SessionRow.Ended, "it was shut down", 1), (ended.State, ended.Reason, ended.OpenOrders));
        Assert.True(ended.Events > begun.Events && ended.Entries > begun.Entries);
    });

    [Fact]
    public void A_session_that_cannot_keep_its_state_tells_how_it_stands_as_often() =>
        SimulatedSession.Run(async session =>
        {
            await using var handle = await session.StartAsync(OptionsOf(session, snapshotEvery: 1));
            await handle.SendOpenRequestsAsync([session.Limit()]);
            await session.DelayAsync(2);

            var row = SessionCatalog.Peek(_folder)!;
            Assert.Equal((SessionRow.Running, 1), (row.State, row.OpenOrders));
        });

    [Fact]
    public void A_session_whose_disk_fails_is_halted_there()
    {
        SimulatedSession.Run(async session =>
        {
            await using var handle = await session.StartAsync(OptionsOf(session));
            _disk.FailAt(_disk.Operations);
            await Assert.ThrowsAsync<SystemNotRunningException>(() => handle.SendOpenRequestsAsync([session.Limit()]));
        });

        var row = SessionCatalog.Peek(_folder)!;
        Assert.Equal(SessionRow.Halted, row.State);
        Assert.StartsWith("the journal failed: ", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_goes_on_though_it_cannot_tell() => SimulatedSession.Run(async session =>
    {
        using var catalog = SessionCatalog.Open(_folder);
        await using var handle = await session.StartAsync(OptionsOf(session, catalog, snapshotEvery: 1));
        catalog.Dispose();
        await handle.SendOpenRequestsAsync([session.Limit()]);
        await handle.ShutdownAsync();

        Assert.Equal(TerminationKind.Shutdown, (await handle.Terminated).Kind);
        Assert.Equal(SessionRow.Running, SessionCatalog.Peek(_folder)!.State);
    });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private TradingSystemOptions OptionsOf(
        SimulatedSession session, SessionCatalog? catalog = null, int snapshotEvery = 0)
    {
        var journal = new JournalSettings(_ => _disk, "memory")
        {
            SnapshotEvery = snapshotEvery,
            Catalog = _ => catalog ?? SessionCatalog.Open(_folder),
        };
        return session.Options with { Journal = journal };
    }
}
