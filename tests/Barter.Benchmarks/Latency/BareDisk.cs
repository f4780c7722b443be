using System.Diagnostics;
using Barter.Benchmarks.Measuring;
using Barter.Journal;

namespace Barter.Benchmarks.Latency;

/// <summary>The least that the disk does on a schedule: 128 bytes an event, one fsync for all that wait.</summary>
internal sealed class BareDisk(string directory) : IDisposable
{
    private const int EntryBytes = 128;

    private readonly IJournalFile _file = JournalDisk.At(directory).OpenAppend("bare");
    private readonly Stopclock _clock = new();
    private readonly SemaphoreSlim _waiting = new(0);

    /// <summary>What each fsync of the runs took by itself, beside what an event waited for it.</summary>
    public List<Repetition> Syncs { get; } = [];

    public async Task<Repetition> RunAsync(Schedule schedule)
    {
        var nanos = new LatencyHistogram();
        var syncing = new Thread(() => Sync(schedule.Measured, nanos)) { IsBackground = true, Name = "disk" };
        syncing.Start();
        var run = await _clock.RunAsync(schedule, (_, isMeasured) =>
        {
            if (isMeasured)
            {
                _waiting.Release();
            }
        });
        syncing.Join();
        Syncs.Add(run with { Nanos = nanos });
        return run;
    }

    public void Dispose()
    {
        _file.Dispose();
        _waiting.Dispose();
    }

    private void Sync(int events, LatencyHistogram nanos)
    {
        var bytes = new byte[EntryBytes];
        for (var done = 0; done < events;)
        {
            _waiting.Wait();
            var begun = Stopwatch.GetTimestamp();
            var taken = 1;
            _file.Append(bytes);
            for (; _waiting.Wait(0); taken++)
            {
                _file.Append(bytes);
            }

            _file.Flush();
            nanos.Record((long)Stopwatch.GetElapsedTime(begun).TotalNanoseconds);
            for (done += taken; taken > 0; taken--)
            {
                _clock.Arrive();
            }
        }
    }
}
