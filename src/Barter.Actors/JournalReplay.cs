using Barter.Journal;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Actors;

/// <summary>Runs a session again from its journal, and compares what it does with what it did.</summary>
public static class JournalReplay
{
    private const int LookEvery = 1_024;

    /// <param name="disk">Where the journal is. Somebody may be writing it.</param>
    /// <param name="options">What the journal does not hold.</param>
    /// <param name="progress">Told the number of entries now and then.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="JournalException">It is broken, it is of a newer version, or the disk fails.</exception>
    /// <exception cref="SessionRecoveryException">The session cannot be made, or its core fails.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static JournalReplayed Run(
        IJournalDisk disk,
        ReplayOptions? options = null,
        Action<long>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var replica = new JournalReplica(options);
        JournalFound? found = null;
        try
        {
            found = JournalFile.Read(disk, new Looking(replica, progress, cancellationToken));
            replica.Finish();
            return new JournalReplayed(found, replica, null);
        }
        catch (SessionRecoveryException other) when (other.Difference is { } difference)
        {
            return new JournalReplayed(found, replica, difference);
        }
    }

    /// <summary>The market events that entered the session, in order.</summary>
    /// <param name="disk">Where its journal is.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="JournalException">It is broken, it is of a newer version, or the disk fails.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static InMemoryMarketData MarketOf(IJournalDisk disk, CancellationToken cancellationToken = default)
    {
        var seen = new Seen(cancellationToken);
        JournalFile.Read(disk, seen);
        return new InMemoryMarketData(seen.Events, "journal");
    }

    private sealed class Seen(CancellationToken cancellation) : IJournalReader
    {
        public List<MarketEvent> Events { get; } = [];

        public void Market(long number, Timestamp now, in MarketEvent told)
        {
            cancellation.ThrowIfCancellationRequested();
            Events.Add(told);
        }

        public void Entry(long number, JournalEntry entry)
        {
        }
    }

    private sealed class Looking(JournalReplica replica, Action<long>? progress, CancellationToken cancellation)
        : IJournalReader
    {
        public void Market(long number, Timestamp now, in MarketEvent told)
        {
            Look(number);
            replica.Market(number, now, told);
        }

        public void Entry(long number, JournalEntry entry)
        {
            Look(number);
            replica.Entry(number, entry);
        }

        private void Look(long number)
        {
            if (number % LookEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Invoke(number);
            }
        }
    }
}
