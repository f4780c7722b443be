using System.Diagnostics;
using Barter.Benchmarks.Measuring;
using Barter.Journal;

namespace Barter.Benchmarks.Latency;

/// <summary>The least that the disk does for an entry: 128 bytes at the end of a file, made durable one by one.</summary>
internal sealed class BareDisk(string directory) : IDisposable
{
    private readonly IJournalFile _file = JournalDisk.At(directory).OpenAppend("bare");
    private readonly byte[] _bytes = new byte[128];
    private readonly Stopclock _clock = new();

    /// <summary>
    /// One after the other while a schedule goes by: its feeder leaves as little of the machine to the disk as it
    /// leaves to that of a session.
    /// </summary>
    public async Task<Repetition> RunAsync(Schedule schedule)
    {
        var nanos = new LatencyHistogram();
        using var over = new CancellationTokenSource();
        var syncing = new Thread(() => Sync(nanos, over.Token)) { IsBackground = true, Name = "disk" };
        syncing.Start();
        var fed = await _clock.RunAsync(schedule, (_, isMeasured) =>
        {
            if (isMeasured)
            {
                _clock.Arrive();
            }
        });
        await over.CancelAsync();
        syncing.Join();
        return fed with { Nanos = nanos };
    }

    public void Dispose() => _file.Dispose();

    private void Sync(LatencyHistogram nanos, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var begun = Stopwatch.GetTimestamp();
            _file.Append(_bytes);
            _file.Flush();
            nanos.Record((long)Stopwatch.GetElapsedTime(begun).TotalNanoseconds);
        }
    }
}
