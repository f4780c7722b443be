using Barter.Model;

namespace Barter.Journal.Tests;

/// <summary>Journals to start from, and what is in them.</summary>
internal static class Given
{
    public const string Session = "s";

    public static readonly JournalOptions Options = new();

    public static SessionJournal Open(this IJournalDisk disk, JournalOptions? options = null) =>
        SessionJournal.Open(disk, Session, options ?? Options);

    public static JournalEntry Note(int i) => new JournalEntry.MarketRead(new Timestamp(i), i);

    public static JournalEntry[] Notes(int count) => [.. Enumerable.Range(0, count).Select(Note)];

    public static void Append(this SessionJournal journal, params JournalEntry[] entries)
    {
        using var batch = new JournalBatch();
        foreach (var entry in entries)
        {
            batch.Add(entry);
        }

        journal.Append(batch);
    }

    /// <summary>A journal with a flush, and so a seal, behind every entry.</summary>
    public static MemoryDisk Written(JournalEntry[] entries, long segmentBytes = 64 << 20)
    {
        var disk = new MemoryDisk();
        using var journal = disk.Open(Options with { SegmentBytes = segmentBytes });
        foreach (var entry in entries)
        {
            journal.Append(entry);
            journal.Flush();
        }

        return disk;
    }

    public static List<JournalEntry> Entries(this SessionJournal journal)
    {
        var heard = new Heard();
        journal.Replay(heard);
        return heard.Entries;
    }

    /// <summary>The body of an entry as it is in the files.</summary>
    public static byte[] Body(JournalEntry entry)
    {
        using var batch = new JournalBatch();
        batch.Add(entry);
        return batch.Frames[Frame.HeadBytes..].ToArray();
    }

    public static string[] Segments(this IJournalDisk disk) => [.. disk.List().Where(SegmentHeader.IsName)];

    public static void Change(this MemoryDisk disk, string name, Func<byte[], byte[]> change) =>
        disk.Put(name, change(disk.Bytes(name)));

    public static void Flip(this MemoryDisk disk, string name, long position, byte bits = 1) =>
        disk.Change(name, bytes =>
        {
            bytes[position] ^= bits;
            return bytes;
        });
}
