using Barter.Model;

namespace Barter.Journal.Tests;

public class SessionCatalogTests
{
    private static readonly SessionRow Row = new(
        SessionRow.Running, "", 4711, new Timestamp(-1), 12, 11, new Timestamp(long.MaxValue), 3,
        "0.5 btc", "1.50 usdt", new Timestamp(9));

    [Fact]
    public void The_row_is_the_last_that_was_put()
    {
        using var folder = new TempFolder();
        using (var catalog = SessionCatalog.Open(folder.Path))
        {
            Assert.Null(catalog.Row());
            Assert.Null(catalog.Warning);
            catalog.Put(Row);
            catalog.Put(Row with { State = SessionRow.Ended, Reason = "so" });
            Assert.Equal(Row with { State = SessionRow.Ended, Reason = "so" }, SessionCatalog.Peek(folder.Path));
        }

        using var again = SessionCatalog.Open(folder.Path);
        Assert.Equal(Row with { State = SessionRow.Ended, Reason = "so" }, again.Row());
    }

    [Fact]
    public void Of_a_directory_without_a_session_there_is_no_row_and_none_is_made()
    {
        using var folder = new TempFolder();

        Assert.Null(SessionCatalog.Peek(folder.Path));
        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public void The_newest_snapshots_stay_and_come_first()
    {
        using var folder = new TempFolder();
        using var catalog = SessionCatalog.Open(folder.Path);
        foreach (var entries in (long[])[10, 30, 20, 40])
        {
            catalog.Put(Snapshot(entries), keep: 3);
        }

        Assert.Equal([40, 30, 20], catalog.Snapshots().Select(snapshot => snapshot.Entries));
        var newest = catalog.Snapshots()[0];
        Assert.Equal((new Timestamp(40), "types"), (newest.Now, newest.Fingerprint));
        Assert.Equal([1, 2, 40], newest.Bytes.ToArray());

        catalog.DropSnapshotsAbove(30);
        Assert.Equal([30, 20], catalog.Snapshots().Select(snapshot => snapshot.Entries));
    }

    [Fact]
    public void A_database_that_is_none_is_put_aside_with_a_warning()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.Path);
        File.WriteAllText(folder["session.db"], new string('x', 5_000));
        Assert.Null(SessionCatalog.Peek(folder.Path));

        using var catalog = SessionCatalog.Open(folder.Path);
        catalog.Put(Row);

        Assert.Contains("is now session.db.broken", catalog.Warning, StringComparison.Ordinal);
        Assert.Equal(5_000, new FileInfo(folder["session.db.broken"]).Length);
        Assert.Equal(Row, catalog.Row());
    }

    [Fact]
    public void Damage_anywhere_never_shows_as_another_row_or_snapshot()
    {
        using var folder = new TempFolder();
        using (var catalog = SessionCatalog.Open(folder.Path))
        {
            catalog.Put(Row);
            catalog.Put(Snapshot(10) with { Bytes = new Dice(1).Bytes(9_000) }, keep: 2);
        }

        var whole = File.ReadAllBytes(folder["session.db"]);
        var dice = new Dice(Dice.Seed);
        var (aside, dropped) = (0, 0);
        for (var i = 0; i < 60; i++)
        {
            var bytes = whole.ToArray();
            var from = dice.Below(bytes.Length - 300);
            dice.Bytes(300).CopyTo(bytes.AsSpan(from));
            File.WriteAllBytes(folder["session.db"], bytes);

            using var catalog = SessionCatalog.Open(folder.Path);
            aside += catalog.Warning is null ? 0 : 1;
            dropped += catalog.Warning is null && catalog.Snapshots().Count == 0 ? 1 : 0;
            Assert.All(catalog.Snapshots(), snapshot => Assert.Equal(9_000, snapshot.Bytes.Length));
        }

        Assert.True(aside > 0 && dropped > 0, $"{aside} put aside, {dropped} snapshots dropped");
    }

    private static SessionSnapshot Snapshot(long entries) =>
        new(entries, new Timestamp(entries), "types", new byte[] { 1, 2, (byte)entries });
}
