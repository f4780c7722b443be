using Barter.Model;

namespace Barter.Journal.Tests;

public class JournalFollowerTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void A_follower_hears_everything_once_across_files()
    {
        var disk = new MemoryDisk();
        using var follower = new JournalFollower(disk, TimeProvider.System, Interval);
        var heard = new Heard();
        Assert.Equal(0, follower.Poll(heard));

        var dice = new Dice(Dice.Seed);
        var written = new List<JournalEntry>();
        using var journal = disk.Open(Given.Options with { SegmentBytes = 400 });
        for (var i = 0; i < 200; i++)
        {
            var entries = Enumerable.Range(0, dice.Below(4)).Select(_ => dice.Entry()).ToArray();
            written.AddRange(entries);
            journal.Append(entries);
            if (dice.OneIn(3))
            {
                journal.Flush();
            }

            if (dice.OneIn(2))
            {
                follower.Poll(heard);
                Assert.Equal(written, heard.Entries);
            }
        }

        Assert.True(disk.Segments().Length > 20);
    }

    [Fact]
    public void A_follower_never_hears_half_an_entry()
    {
        var whole = Given.Written(Given.Notes(20), segmentBytes: 200);
        var disk = new MemoryDisk();
        using var follower = new JournalFollower(disk, TimeProvider.System, Interval);
        var heard = new Heard();
        foreach (var name in whole.Segments())
        {
            var file = disk.OpenAppend(name);
            foreach (var next in whole.Bytes(name))
            {
                file.Append([next]);
                follower.Poll(heard);
                Assert.Equal(Given.Notes(heard.Entries.Count), heard.Entries);
            }
        }

        Assert.Equal(20, follower.Count);
    }

    [Fact]
    public void A_follower_goes_on_where_the_writer_was_killed_and_came_back()
    {
        var disk = Given.Written(Given.Notes(3));
        var name = disk.Segments()[0];
        using var follower = new JournalFollower(disk, TimeProvider.System, Interval);
        var heard = new Heard();
        disk.OpenAppend(name).Append([20, 0, 0, 0, 1]);
        follower.Poll(heard);
        follower.Poll(heard);
        Assert.Equal(3, follower.Count);

        using var journal = disk.Open();
        journal.Append(Given.Note(3));
        follower.Poll(heard);

        Assert.Equal(5, journal.Found.TornBytes);
        Assert.Equal(Given.Notes(4), heard.Entries);
    }

    [Fact]
    public void A_follower_says_what_stays_broken_and_not_what_is_so_for_a_moment()
    {
        var disk = Given.Written(Given.Notes(9));
        var name = disk.Segments()[0];
        using var follower = new JournalFollower(disk, TimeProvider.System, Interval);
        disk.Flip(name, 150);
        var heard = new Heard();
        follower.Poll(heard);
        disk.Flip(name, 150);
        follower.Poll(heard);
        Assert.Equal(9, follower.Count);

        using var other = new JournalFollower(disk, TimeProvider.System, Interval);
        disk.Flip(name, 150);
        other.Poll(new Heard());
        Assert.Equal(JournalFault.Broken, Assert.Throws<JournalException>(() => other.Poll(new Heard())).Kind);
    }

    [Fact]
    public async Task Following_looks_at_every_interval_until_it_is_cancelled()
    {
        using var time = new HandTime();
        var disk = Given.Written(Given.Notes(2));
        using var follower = new JournalFollower(disk, time, Interval);
        using var cancellation = new CancellationTokenSource();
        var heard = new Heard();
        var following = follower.FollowAsync(heard, cancellation.Token);
        await time.Armed.WaitAsync();
        Assert.Equal(2, follower.Count);

        using var journal = disk.Open();
        journal.Append(Given.Note(2));
        Assert.Equal(2, follower.Count);
        time.Elapse();
        await time.Armed.WaitAsync();
        Assert.Equal(3, follower.Count);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
        Assert.Equal([Interval, Interval], time.Waits);
    }

    [Fact]
    public async Task A_follower_keeps_up_with_a_writer_on_another_thread()
    {
        using var folder = new TempFolder();
        using var follower = new JournalFollower(folder.Disk, TimeProvider.System, TimeSpan.FromMilliseconds(1));
        using var done = new CancellationTokenSource();
        var last = new UntilEnded(done);
        var following = follower.FollowAsync(last, done.Token);
        using (var journal = folder.Disk.Open(Given.Options with { SegmentBytes = 20_000 }))
        {
            for (var i = 0; i < 3_000; i++)
            {
                journal.Append(Given.Note(i));
            }

            journal.Append(new JournalEntry.Ended(default, "done"));
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
        Assert.Equal(3_001, last.Count);
    }

    private sealed class UntilEnded(CancellationTokenSource done) : IJournalReader
    {
        public long Count { get; private set; }

        public void Market(long number, Timestamp now, in MarketEvent told) => throw new NotSupportedException();

        public void Entry(long number, JournalEntry entry)
        {
            Assert.Equal(Count++, number);
            if (entry is JournalEntry.Ended)
            {
                done.Cancel();
            }
        }
    }

    /// <summary>A clock whose timers run out when the test says so.</summary>
    private sealed class HandTime : TimeProvider, IDisposable
    {
        private Action? _elapsed;

        /// <summary>One for every wait that began.</summary>
        public SemaphoreSlim Armed { get; } = new(0);

        public List<TimeSpan> Waits { get; } = [];

        public void Elapse() => Interlocked.Exchange(ref _elapsed, null)?.Invoke();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            _elapsed = () => callback(state);
            Armed.Release();
            return new Waiting();
        }

        public void Dispose() => Armed.Dispose();

        private sealed class Waiting : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
