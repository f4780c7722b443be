using Barter.Actors;
using Barter.Journal;
using Barter.Model;

namespace Barter.Cli.Sessions;

/// <summary>What a list shows of a session.</summary>
/// <param name="Name">The session's.</param>
/// <param name="State">One of those of <see cref="SessionRow"/>, <see cref="Killed"/>, or a fault.</param>
/// <param name="Process">The process that runs it.</param>
/// <param name="Row">The rest; none where it cannot be told.</param>
/// <param name="Problem">Why it cannot be told, or why it halted.</param>
internal sealed record SessionLook(string Name, string State, int? Process, SessionRow? Row, string? Problem)
{
    public const string Killed = "killed";

    /// <summary>How many events came after those that the row takes in.</summary>
    public long Unseen { get; private init; }

    /// <summary>The session's time at the last event.</summary>
    public Timestamp? LastTime { get; private init; }

    /// <summary>By the row that the session keeps itself, or by replay of its journal where that goes on.</summary>
    /// <param name="folder">Where it is.</param>
    /// <param name="isQuick">Whether the row will do though events came after it.</param>
    /// <param name="cancellation">Gives it up.</param>
    public static SessionLook At(SessionFolder folder, bool isQuick, CancellationToken cancellation)
    {
        var writer = JournalDisk.WriterOf(folder.Location);
        try
        {
            var kept = Kept(folder, writer);
            return kept is not null && (isQuick || kept.Unseen == 0)
                ? kept
                : Replayed(folder, writer, kept, cancellation);
        }
        catch (JournalException broken) when (broken.Kind == JournalFault.Broken)
        {
            return new SessionLook(folder.Name, "broken", writer, null, broken.Message);
        }
        catch (Exception other) when (other is JournalException or SessionRecoveryException)
        {
            return new SessionLook(
                folder.Name, writer is null ? "unknown" : SessionRow.Running, writer, null, other.Message);
        }
    }

    /// <summary>What the session said itself; none where it said nothing, or of another journal.</summary>
    private static SessionLook? Kept(SessionFolder folder, int? writer)
    {
        if (SessionCatalog.Peek(folder.Location) is not { } row)
        {
            return null;
        }

        var since = new Since();
        var found = JournalFile.Read(folder.Disk, since, row.Entries);
        if (found.Entries < row.Entries || (found.EndedReason is not null && row.State is SessionRow.Running))
        {
            return null;
        }

        // The journal says whether it ended; but what its disk refused could not be written there
        var hasEnded = found.EndedReason is not null || (row.State is SessionRow.Halted && !since.HasStarted);
        var state = writer is not null ? SessionRow.Running : hasEnded ? row.State : Killed;
        return Of(folder, state, writer, row) with { Unseen = since.Events, LastTime = since.LastTime ?? row.LastTime };
    }

    private static SessionLook Replayed(
        SessionFolder folder, int? writer, SessionLook? kept, CancellationToken cancellation)
    {
        var (_, replica, difference) = JournalReplay.Run(folder.Disk, cancellationToken: cancellation);
        if (difference is not null || replica.Plan is null)
        {
            var problem = difference is null
                ? "nothing was begun yet"
                : $"a replay does something else from entry {difference.Entry} on; 'barter replay' shows what";
            return new SessionLook(
                folder.Name, writer is null ? "unknown" : SessionRow.Running, writer, null, problem);
        }

        var row = replica.ToRow();
        if (kept is { State: SessionRow.Halted, Row: { } halted })
        {
            row = row with { State = halted.State, Reason = halted.Reason };
        }

        if (writer is null)
        {
            Keep(folder, row);
        }

        var state = writer is not null ? SessionRow.Running : row.State is SessionRow.Running ? Killed : row.State;
        return Of(folder, state, writer, row) with { LastTime = row.LastTime };
    }

    private static SessionLook Of(SessionFolder folder, string state, int? writer, SessionRow row) => new(
        folder.Name, state, writer, row, state is SessionRow.Halted ? row.Reason : null);

    /// <summary>Only a cache: where it cannot be kept the next look takes as long as this one.</summary>
    private static void Keep(SessionFolder folder, SessionRow row)
    {
        try
        {
            using var catalog = SessionCatalog.Open(folder.Location);
            catalog.Put(row);
        }
        catch (JournalException)
        {
        }
    }

    /// <summary>What came after the row was written.</summary>
    private sealed class Since : IJournalReader
    {
        public long Events { get; private set; }

        public Timestamp? LastTime { get; private set; }

        public bool HasStarted { get; private set; }

        public void Market(long number, Timestamp now, in MarketEvent told) => (Events, LastTime) = (Events + 1, now);

        public void Entry(long number, JournalEntry entry)
        {
            HasStarted |= entry is JournalEntry.Started;
            if (entry is JournalEntry.Entered)
            {
                (Events, LastTime) = (Events + 1, entry.Now);
            }
        }
    }
}
