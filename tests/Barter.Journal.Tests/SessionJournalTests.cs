using System.Buffers.Binary;
using Barter.Model;

namespace Barter.Journal.Tests;

public class SessionJournalTests
{
    private const long Small = 300;

    [Fact]
    public void What_was_flushed_is_found_again_in_its_order()
    {
        JournalEntry[] entries =
        [
            new JournalEntry.Started(new Timestamp(1), "{}"),
            new JournalEntry.Entered(new Timestamp(2), EngineEvents.Trading(isEnabled: true), 7),
            new JournalEntry.Entered(new Timestamp(3), EngineEvents.MarketReconnecting(ExchangeId.Kraken), 0),
            new JournalEntry.Ended(new Timestamp(4), "enough"),
        ];
        var disk = Given.Written(entries);
        disk.Crash(0);
        using var journal = disk.Open();

        Assert.Equal(new JournalFound(4, 0, IsNew: false, "enough"), journal.Found);
        Assert.Equal((4, 4), (journal.Count, journal.DurableCount));
        Assert.Equal(entries, journal.Entries());
    }

    [Fact]
    public void A_new_journal_says_so_and_exists_from_then_on()
    {
        var disk = new MemoryDisk();
        using (var journal = disk.Open())
        {
            Assert.Equal(new JournalFound(0, 0, IsNew: true, null), journal.Found);
        }

        disk.Crash(0);
        using var again = disk.Open();
        Assert.Equal(new JournalFound(0, 0, IsNew: false, null), again.Found);
    }

    [Fact]
    public void An_end_counts_only_while_nothing_follows_it()
    {
        var disk = Given.Written([new JournalEntry.Ended(default, "done"), Given.Note(1)]);
        using var journal = disk.Open();

        Assert.Null(journal.Found.EndedReason);
    }

    [Fact]
    public void What_was_appended_is_durable_only_after_a_flush()
    {
        var disk = new MemoryDisk();
        using var journal = disk.Open();
        journal.Append(Given.Note(0));
        Assert.Equal((1, 0), (journal.Count, journal.DurableCount));

        journal.Flush();
        Assert.Equal(1, journal.DurableCount);

        journal.Append(Given.Note(1));
        disk.Crash(0);
        using var again = disk.Open();
        Assert.Equal([Given.Note(0)], again.Entries());
    }

    [Fact]
    public void What_a_killed_process_had_written_is_there_and_then_durable()
    {
        var disk = new MemoryDisk();
        disk.Open().Append(Given.Notes(5));
        disk.Kill();
        using var journal = disk.Open();

        Assert.Equal((5, 5), (journal.Found.Entries, journal.DurableCount));
        disk.Crash(0);
        using var again = disk.Open();
        Assert.Equal(Given.Notes(5), again.Entries());
    }

    [Fact]
    public void Replay_may_begin_behind_a_snapshot()
    {
        var disk = Given.Written(Given.Notes(60), Small);
        using var journal = disk.Open();
        var told = new List<long>();
        journal.Replay(new Numbers(told), from: 57);

        Assert.Equal([57, 58, 59], told);
    }

    [Fact]
    public void Replay_tells_what_was_found_and_not_what_came_since()
    {
        var disk = Given.Written(Given.Notes(3));
        using var journal = disk.Open();
        journal.Append(Given.Note(3));

        Assert.Equal(Given.Notes(3), journal.Entries());
    }

    [Fact]
    public void A_file_that_is_long_enough_is_followed_by_another()
    {
        var disk = Given.Written(Given.Notes(60), Small);
        using var journal = disk.Open();

        Assert.InRange(disk.Segments().Length, 5, 20);
        Assert.Equal("00000000000000000000.journal", disk.Segments()[0]);
        Assert.All(disk.Segments(), name => Assert.InRange(disk.Bytes(name).Length, 40, Small + 100));
        Assert.Equal(Given.Notes(60), journal.Entries());
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var disk = Given.Written(Given.Notes(60), Small);
        var missing = disk.Segments()[2];
        disk.Delete(missing);

        Assert.Contains($"it should be {missing}, which is missing", Refused(disk, JournalFault.Broken).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_changed_places_are_refused()
    {
        var disk = Given.Written(Given.Notes(60), Small);
        var (one, other) = (disk.Segments()[2], disk.Segments()[3]);
        var bytes = disk.Bytes(one);
        disk.Put(one, disk.Bytes(other));
        disk.Put(other, bytes);

        Assert.Equal(one, Refused(disk, JournalFault.Broken).File);
    }

    [Fact]
    public void A_file_of_another_run_of_the_same_session_is_refused()
    {
        var disk = Given.Written(Given.Notes(60), Small);
        var other = Given.Written([.. Given.Notes(60).Select(_ => Given.Note(7))], Small);
        var name = disk.Segments()[2];
        disk.Put(name, other.Bytes(name));

        var refused = Refused(disk, JournalFault.Broken);
        Assert.Equal((name, 0L), (refused.File, refused.Position));
    }

    [Fact]
    public void The_journal_of_another_session_is_refused_by_name()
    {
        var disk = Given.Written(Given.Notes(1));

        var refused = Assert.Throws<JournalException>(() => SessionJournal.Open(disk, "other", Given.Options));
        Assert.Equal(JournalFault.Misused, refused.Kind);
        Assert.Contains("session s, not of other", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(900)]
    public void A_newer_format_is_refused_with_both_numbers(ushort version)
    {
        var disk = Given.Written(Given.Notes(1));
        disk.Change(disk.Segments()[0], bytes =>
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), version);
            return bytes;
        });

        var message = Refused(disk, JournalFault.Newer).Message;
        Assert.Contains($"has format {version}", message, StringComparison.Ordinal);
        Assert.Contains("up to 1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_of_format_1_is_read_for_ever()
    {
        const string Written =
            "6261727465726A6E010001000000000000000000043A718774C572BD8A25ADBEB1BFCD5C73395FE8650B0000009B0F24"
            + "C00101000000000000007B7D1900000018AD567B000100000000000000CDBBD2CE6318843E796B3869DC2FE6870A0000"
            + "00AC885F7C10020000000000000024190000004ECF21100002000000000000008292B4D584E33B49B4A5DBA2A0F2F4A4"
            + "11000000479CD935030300000000000000030000000000000019000000CC8AC2580003000000000000009CC3D8A45E17"
            + "4FF3160C3216523289C4";
        JournalEntry[] entries =
        [
            new JournalEntry.Started(new Timestamp(1), "{}"),
            new JournalEntry.Entered(new Timestamp(2), EngineEvents.MarketReconnecting(ExchangeId.Kraken), 0),
            Given.Note(3),
        ];
        var disk = new MemoryDisk();
        disk.Put("00000000000000000000.journal", Convert.FromHexString(Written));

        using (var journal = disk.Open())
        {
            Assert.Equal(entries, journal.Entries());
        }

        Assert.Equal(Written, Convert.ToHexString(Given.Written(entries).Bytes("00000000000000000000.journal")));
    }

    [Fact]
    public void An_unfinished_write_is_cut_off_and_reported()
    {
        var written = Given.Written(Given.Notes(3));
        var name = written.Segments()[0];
        var whole = written.Bytes(name);
        var end = whole.Length - Frame.SealBytes - Frame.HeadBytes - Given.Body(Given.Note(2)).Length;
        for (var length = end; length < whole.Length - Frame.SealBytes; length++)
        {
            var disk = new MemoryDisk();
            disk.Put(name, whole.AsSpan(0, length));
            using (var journal = disk.Open())
            {
                Assert.Equal(new JournalFound(2, length - end, IsNew: false, null), journal.Found);
                journal.Append(Given.Note(2));
                journal.Flush();
            }

            Assert.Equal(whole, disk.Bytes(name));
        }
    }

    [Fact]
    public void A_file_that_was_only_begun_is_cut_off_and_made_again()
    {
        var written = Given.Written(Given.Notes(9), segmentBytes: 100);
        var names = written.Segments();
        var header = new SegmentHeader("s", 0, default).Length;
        for (var length = 0; length < header; length++)
        {
            var disk = new MemoryDisk();
            foreach (var name in names)
            {
                disk.Put(name, written.Bytes(name).AsSpan(0, name == names[^1] ? length : written.Bytes(name).Length));
            }

            using var journal = disk.Open();
            Assert.Equal(length, journal.Found.TornBytes);
            Assert.Equal(Given.Notes((int)journal.Found.Entries), journal.Entries());
            Assert.Equal(names[..^1], disk.Segments());
        }
    }

    [Fact]
    public void Damage_before_a_seal_is_refused_wherever_it_is()
    {
        var written = Given.Written(Given.Notes(12), segmentBytes: 200);
        foreach (var name in written.Segments())
        {
            var whole = written.Bytes(name);
            var end = whole.Length - (name == written.Segments()[^1] ? Frame.SealBytes : 0);
            for (var position = 0; position < end; position++)
            {
                written.Flip(name, position, bits: 0x10);
                var refused = Refused(written, null);
                Assert.True(refused.File == name, $"{name}, byte {position}: {refused.Message}");
                Assert.InRange(refused.Position ?? -1, Math.Max(0, position - 100), position + 100);
                written.Put(name, whole);
            }
        }

        using var journal = written.Open();
        Assert.Equal(12, journal.Count);
    }

    [Fact]
    public void An_entry_that_was_changed_with_all_its_checksums_does_not_fit_the_seal()
    {
        var disk = new MemoryDisk();
        using (var journal = disk.Open())
        {
            journal.Append(Given.Notes(3));
            journal.Flush();
        }

        var header = new SegmentHeader("s", 0, default).Length;
        var size = Frame.HeadBytes + Given.Body(Given.Note(0)).Length;
        disk.Change(disk.Segments()[0], bytes =>
        {
            bytes[header + (2 * size) - 1] ^= 1;
            var checksum = Frame.Checksum(bytes.AsSpan(header));
            for (var at = header + size; at < header + (3 * size); at += size)
            {
                checksum = Frame.Close(bytes.AsSpan(at, size), checksum);
            }

            return bytes;
        });

        Assert.Equal(header + (3 * size), Refused(disk, JournalFault.Broken).Position);
    }

    [Fact]
    public void A_refusal_changes_nothing_and_says_what_helps()
    {
        var disk = Given.Written(Given.Notes(9));
        var name = disk.Segments()[0];
        disk.Flip(name, 100);
        var before = disk.Bytes(name);

        var refused = Refused(disk, JournalFault.Broken);
        Assert.Contains("barter journal repair", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"{name} is broken at byte", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, disk.Bytes(name));
    }

    [Fact]
    public void After_a_failure_it_is_broken_for_good_and_keeps_the_first_cause()
    {
        var disk = new MemoryDisk();
        using var journal = disk.Open();
        journal.Append(Given.Note(0));
        journal.Flush();
        journal.Append(Given.Note(1));
        disk.FailAt(disk.Operations + 1);

        var first = Assert.Throws<JournalException>(journal.Flush);
        disk.Heal();
        var second = Assert.Throws<JournalException>(() => journal.Append(Given.Note(2)));
        var third = Assert.Throws<JournalException>(journal.Flush);

        Assert.Equal(JournalFault.Disk, first.Kind);
        Assert.Equal((first.Message, first.Message), (second.Message, third.Message));
        Assert.Equal(1, journal.DurableCount);
    }

    [Fact]
    public void A_full_disk_loses_nothing_that_was_promised()
    {
        var disk = new MemoryDisk();
        using (var journal = disk.Open())
        {
            journal.Append(Given.Note(0));
            journal.Flush();
            disk.FailAt(disk.Operations, written: 5);
            Assert.Throws<JournalException>(() => journal.Append(Given.Note(1)));
            disk.Heal();
        }

        using var again = disk.Open();
        Assert.Equal(new JournalFound(1, 5, IsNew: false, null), again.Found);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_session_needs_a_name(string name) => Assert.Equal(
        JournalFault.Misused,
        Assert.Throws<JournalException>(() => SessionJournal.Open(new MemoryDisk(), name, Given.Options)).Kind);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData((1L << 30) + 1)]
    public void A_file_has_a_length_that_makes_sense(long bytes) => Assert.Equal(
        JournalFault.Misused,
        Assert.Throws<JournalException>(
            () => new MemoryDisk().Open(Given.Options with { SegmentBytes = bytes })).Kind);

    [Fact]
    public void A_file_may_be_as_short_as_one_entry()
    {
        var disk = Given.Written(Given.Notes(5), segmentBytes: 1);
        using var journal = disk.Open(Given.Options with { SegmentBytes = 1 });

        Assert.Equal(5, disk.Segments().Length);
        Assert.Equal(Given.Notes(5), journal.Entries());
    }

    private static JournalException Refused(MemoryDisk disk, JournalFault? kind)
    {
        var refused = Assert.Throws<JournalException>(() => disk.Open());
        Assert.Equal(kind ?? refused.Kind, refused.Kind);
        return refused;
    }

    private sealed class Numbers(List<long> numbers) : IJournalReader
    {
        public void Market(long number, Timestamp now, in MarketEvent told) => throw new NotSupportedException();

        public void Entry(long number, JournalEntry entry) => numbers.Add(number);
    }
}
