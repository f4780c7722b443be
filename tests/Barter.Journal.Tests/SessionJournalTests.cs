using Barter.Model;

namespace Barter.Journal.Tests;

public class SessionJournalTests
{
    private static readonly JournalOptions Options = new();

    [Fact]
    public void What_was_flushed_is_found_again_in_its_order()
    {
        var disk = new MemoryDisk();
        JournalEntry[] entries =
        [
            new JournalEntry.Started(new Timestamp(1), "{}"),
            new JournalEntry.Entered(new Timestamp(2), EngineEvents.Trading(isEnabled: true), 7),
            new JournalEntry.Entered(new Timestamp(3), EngineEvents.MarketReconnecting(ExchangeId.Kraken), 0),
        ];
        using (var journal = SessionJournal.Open(disk, "s", Options))
        {
            Assert.Equal(new JournalFound(0, 0, IsNew: true, null), journal.Found);
            using var batch = new JournalBatch();
            foreach (var entry in entries)
            {
                batch.Add(entry);
                journal.Append(batch);
                journal.Flush();
                batch.Clear();
            }

            Assert.Equal(3, journal.DurableCount);
        }

        disk.Crash(0);
        using var again = SessionJournal.Open(disk, "s", Options);
        var heard = new Heard();
        again.Replay(heard);

        Assert.Equal(new JournalFound(3, 0, IsNew: false, null), again.Found);
        Assert.Equal(entries, heard.Entries);
    }
}
