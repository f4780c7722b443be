using Barter.Model;

namespace Barter.Journal.Tests;

public class JournalFileTests
{
    [Fact]
    public void Everybody_may_read_while_one_writes()
    {
        var disk = new MemoryDisk();
        using var journal = disk.Open();
        journal.Append(Given.Notes(4));
        var heard = new Heard();

        Assert.Equal(new JournalFound(4, 0, IsNew: false, null), JournalFile.Read(disk, heard));
        Assert.Equal(Given.Notes(4), heard.Entries);
    }

    [Fact]
    public void Reading_leaves_an_unfinished_write_where_it_is()
    {
        var disk = Given.Written(Given.Notes(2));
        var name = disk.Segments()[0];
        disk.Change(name, bytes => bytes[..^40]);
        var before = disk.Bytes(name);

        Assert.Equal(1, JournalFile.Verify(disk).Entries);
        Assert.InRange(JournalFile.Verify(disk).TornBytes, 1, 40);
        Assert.Equal(before, disk.Bytes(name));
    }

    [Fact]
    public void Verifying_finds_what_opening_finds()
    {
        var disk = Given.Written(Given.Notes(9));
        disk.Flip(disk.Segments()[0], 100);

        Assert.Equal(JournalFault.Broken, Assert.Throws<JournalException>(() => JournalFile.Verify(disk)).Kind);
        Assert.Equal(JournalFault.Broken, Assert.Throws<JournalException>(() => JournalFile.Stat(disk)).Kind);
    }

    [Fact]
    public void Where_there_is_nothing_there_is_a_new_journal()
    {
        Assert.Equal(new JournalFound(0, 0, IsNew: true, null), JournalFile.Verify(new MemoryDisk()));
        Assert.Null(JournalFile.Stat(new MemoryDisk()).Session);
    }

    [Fact]
    public void What_it_is_made_of_is_counted()
    {
        var disk = Given.Written(
        [
            new JournalEntry.Started(new Timestamp(5), "{}"),
            Given.Note(6),
            new JournalEntry.Entered(new Timestamp(7), EngineEvents.MarketReconnecting(ExchangeId.Okx), 0),
            Given.Note(8),
        ]);

        var found = JournalFile.Stat(disk);

        Assert.Equal(("s", 4, 1, 4), (found.Session, found.Entries, found.Segments, found.Seals));
        Assert.Equal((new Timestamp(5), new Timestamp(8)), (found.First, found.Last));
        Assert.Equal(disk.Bytes(disk.Segments()[0]).Length, found.Bytes);
        Assert.Equal(
            [new("Started", 1, 11), new("MarketRead", 2, 34), new("Market.Reconnecting", 1, 10)], found.ByKind);
    }

    [Fact]
    public void A_repair_keeps_what_is_good_and_puts_the_rest_aside()
    {
        var disk = Given.Written(Given.Notes(60), segmentBytes: 300);
        var names = disk.Segments();
        var (broken, bytes) = (disk.Bytes(names[2]), disk.Bytes(names[3]));
        disk.Flip(names[2], 120);
        broken[120] ^= 1;
        var position = Assert.Throws<JournalException>(() => disk.Open()).Position;

        var repaired = JournalFile.Repair(disk);

        Assert.Equal(names[..3], disk.Segments());
        Assert.Equal(60 - repaired.Kept, repaired.LostEntriesMin);
        Assert.StartsWith($"{names[2]}, byte {position}: what should be entry {repaired.Kept}", repaired.Damage,
            StringComparison.Ordinal);
        Assert.Equal(names.Length - 2, repaired.Aside.Count);
        Assert.Equal(broken[(int)position!..], disk.Bytes($"{names[2]}.{position}.broken"));
        Assert.Equal(bytes, disk.Bytes($"{names[3]}.0.broken"));
        Assert.Equal(repaired.LostBytes, repaired.Aside.Sum(name => disk.Bytes(name).Length));

        using var journal = disk.Open();
        Assert.Equal(Given.Notes((int)repaired.Kept), journal.Entries());
        journal.Append(Given.Note(-1));
        journal.Flush();
    }

    [Fact]
    public void A_repair_of_what_is_whole_changes_nothing()
    {
        var disk = Given.Written(Given.Notes(5));
        var operations = disk.Operations;

        Assert.Equal(new JournalRepaired(5, null, 0, 0, ValueList<string>.Empty), JournalFile.Repair(disk));
        Assert.Equal(operations, disk.Operations);
    }

    [Fact]
    public void A_second_repair_overwrites_nothing_of_the_first()
    {
        var disk = Given.Written(Given.Notes(5));
        var name = disk.Segments()[0];
        disk.Flip(name, 3);
        var first = JournalFile.Repair(disk);
        disk.Put(name, [1, 2, 3]);
        var second = JournalFile.Repair(disk);

        Assert.Equal([$"{name}.0.broken"], first.Aside);
        Assert.Equal([$"{name}.0.broken.2"], second.Aside);
        Assert.Equal([1, 2, 3], disk.Bytes(second.Aside[0]));
        Assert.Empty(disk.Segments());
    }

    [Fact]
    public void A_repair_that_a_crash_cuts_short_loses_no_byte()
    {
        var written = Given.Written(Given.Notes(60), segmentBytes: 300);
        var names = written.Segments();
        written.Flip(names[2], 120);
        for (var operation = 0; operation < 60; operation++)
        {
            var disk = new MemoryDisk();
            foreach (var name in names)
            {
                disk.Put(name, written.Bytes(name));
            }

            disk.FailAt(operation);
            var isThrough = Record.Exception(() => JournalFile.Repair(disk)) is null;
            disk.Crash(operation % 7);
            var kept = JournalFile.Repair(disk).Kept;

            Assert.All(names[3..], name => Assert.Contains(
                disk.List().Where(other => other.StartsWith(name, StringComparison.Ordinal)),
                other => disk.Bytes(other).AsSpan().SequenceEqual(written.Bytes(name))));
            using var journal = disk.Open();
            Assert.Equal(kept, journal.Count);
            if (isThrough)
            {
                return;
            }
        }

        Assert.Fail("no repair came through");
    }
}
