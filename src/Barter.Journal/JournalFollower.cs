namespace Barter.Journal;

/// <summary>Reads a journal that somebody else writes, in this process or another, as it grows.</summary>
/// <remarks>
/// Tells whole entries only, each once and in order; what is cut or half written at the end is asked for again. For
/// one thread at a time.
/// </remarks>
public sealed class JournalFollower : IDisposable
{
    private readonly IJournalDisk _disk;
    private readonly TimeProvider _time;
    private readonly TimeSpan _interval;
    private readonly JournalScan _scan;
    private Break? _suspect;

    /// <param name="disk">Where the journal is, or will be.</param>
    /// <param name="time">Whose clock tells when to look again.</param>
    /// <param name="interval">How long to wait between looks.</param>
    public JournalFollower(IJournalDisk disk, TimeProvider time, TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        (_disk, _time, _interval, _scan) = (disk, time, interval, new JournalScan(disk));
    }

    /// <summary>How many entries were told.</summary>
    public long Count => _scan.Chain.Number;

    /// <summary>Tells what came since the last look; gives its number of entries.</summary>
    /// <exception cref="JournalException">It is broken, it is of a newer version, or the disk fails.</exception>
    public long Poll(IJournalReader reader)
    {
        var before = Count;
        try
        {
            while (_scan.Next(out var body))
            {
                JournalFile.Tell(_scan, reader, body);
            }

            Suspect();
        }
        catch (Exception failure) when (DiskFaults.IsOne(failure))
        {
            throw DiskFaults.As("the journal cannot be followed", failure);
        }

        return Count - before;
    }

    /// <summary>Tells everything, and what comes, until it is cancelled.</summary>
    /// <exception cref="JournalException">As by <see cref="Poll"/>.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task FollowAsync(IJournalReader reader, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            Poll(reader);
            await Task.Delay(_interval, _time, cancellation).ConfigureAwait(false);
        }
    }

    public void Dispose() => _scan.Dispose();

    // A write that is seen half looks like damage for a moment: only what stays so is
    private void Suspect()
    {
        var last = _suspect;
        _suspect = _scan.Break;
        if (_suspect is not null && _suspect == last)
        {
            Tear.BytesOf(_disk, _scan);
        }
    }
}
