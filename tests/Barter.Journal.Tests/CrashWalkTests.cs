using Xunit.Abstractions;

namespace Barter.Journal.Tests;

/// <summary>The machine goes down at every operation, and leaves any part of the last write.</summary>
public class CrashWalkTests(ITestOutputHelper output)
{
    [Fact]
    public void What_was_promised_is_there_after_a_crash_anywhere() => Walk(sessions: 30);

    [Fact]
    [Trait("Category", "Slow")]
    public void What_was_promised_is_there_after_any_of_many_crashes() => Walk(sessions: 600);

    private void Walk(int sessions)
    {
        var (points, torn, lost) = (0, 0, 0L);
        for (var seed = Dice.Seed; seed < Dice.Seed + sessions; seed++)
        {
            var clean = new MemoryDisk();
            Live(clean, seed, []);
            for (var operation = 0L; operation < clean.Operations; operation++)
            {
                foreach (var keep in (int[])[0, 1, new Dice(seed + (int)operation).Below(400), int.MaxValue])
                {
                    var walk = new Crashed(seed, operation, keep);
                    walk.Run();
                    points++;
                    torn += walk.WasTorn ? 1 : 0;
                    lost += walk.Unpromised;
                }
            }
        }

        output.WriteLine(
            $"BARTER_SEED={Dice.Seed}: {points} crash points, {torn} torn, {lost} entries lost that nobody promised");
        Assert.True(points >= 2_000 && torn > points / 50 && lost > 0, $"only {points} points, {torn} torn");
    }

    /// <summary>Appends and flushes at random until it is through or the disk fails; gives what was promised.</summary>
    private static long Live(MemoryDisk disk, int seed, List<byte[]> appended)
    {
        var dice = new Dice(seed);
        var options = Given.Options with { SegmentBytes = 200 + dice.Below(2_000) };
        SessionJournal? journal = null;
        try
        {
            journal = disk.Open(options);
            using var batch = new JournalBatch();
            for (var i = 0; i < 12; i++)
            {
                batch.Clear();
                for (var j = dice.Below(4); j >= 0; j--)
                {
                    var entry = dice.Entry();
                    batch.Add(entry);
                    appended.Add(Given.Body(entry));
                }

                journal.Append(batch);
                if (dice.OneIn(2))
                {
                    journal.Flush();
                }
            }
        }
        catch (JournalException failure) when (failure.Kind == JournalFault.Disk)
        {
        }

        return journal?.DurableCount ?? 0;
    }

    private sealed class Crashed(int seed, long operation, int keep)
    {
        public bool WasTorn { get; private set; }

        public long Unpromised { get; private set; }

        public void Run()
        {
            var disk = new MemoryDisk();
            var appended = new List<byte[]>();
            disk.FailAt(operation);
            var promised = Live(disk, seed, appended);
            disk.Crash(keep);
            CrashWhileOpening(disk);

            using (var journal = disk.Open())
            {
                WasTorn = journal.Found.TornBytes > 0;
                Unpromised = appended.Count - journal.Count;
                Check(journal, appended, promised);
                journal.Append(Given.Note(1));
                journal.Flush();
                appended.RemoveRange((int)journal.Found.Entries, appended.Count - (int)journal.Found.Entries);
            }

            disk.Crash(0);
            using var again = disk.Open();
            appended.Add(Given.Body(Given.Note(1)));
            Check(again, appended, appended.Count);
        }

        private void CrashWhileOpening(MemoryDisk disk)
        {
            var dice = new Dice(seed ^ (int)operation);
            if (dice.OneIn(3))
            {
                disk.FailAt(disk.Operations + dice.Below(3), written: dice.Below(50));
                try
                {
                    disk.Open().Dispose();
                }
                catch (JournalException failure) when (failure.Kind == JournalFault.Disk)
                {
                }

                disk.Crash(dice.OneIn(2) ? 0 : dice.Below(50));
            }
        }

        private void Check(SessionJournal journal, List<byte[]> appended, long promised)
        {
            var found = journal.Entries();
            var place = $"seed {seed}, operation {operation}, keep {keep}";
            Assert.True(found.Count >= promised, $"{place}: {promised} promised, {found.Count} there");
            Assert.True(found.Count <= appended.Count, $"{place}: {appended.Count} appended, {found.Count} there");
            for (var i = 0; i < found.Count; i++)
            {
                Assert.True(appended[i].AsSpan().SequenceEqual(Given.Body(found[i])), $"{place}: entry {i} differs");
            }
        }
    }
}
