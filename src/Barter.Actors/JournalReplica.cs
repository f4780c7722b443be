using Barter.Actors.Journal;
using Barter.Engine;
using Barter.Journal;
using Barter.Model;

namespace Barter.Actors;

/// <summary>A second session that follows one by its journal alone, and holds the same state.</summary>
/// <remarks>
/// It can be given to whatever reads a journal. Each entry has to be told once and in order, from the first. Orders
/// are compared with those that the session wished for, and go nowhere. For one thread at a time.
/// </remarks>
public sealed class JournalReplica(ReplayOptions? options = null) : IJournalReader
{
    private readonly ReplayOptions _options = options ?? new ReplayOptions();
    private SessionReplay? _replay;

    /// <summary>What the session is made of; null before its first entry.</summary>
    public JournalPlan? Plan { get; private set; }

    /// <summary>How many entries were told.</summary>
    public long Entries { get; private set; }

    /// <summary>The session's time at the last of them.</summary>
    public Timestamp Now { get; private set; }

    /// <summary>How many times a process took the session up.</summary>
    public int Starts { get; private set; }

    /// <summary>Why the session ended, where its end is the last entry.</summary>
    public string? EndedReason { get; private set; }

    /// <summary>The state after all that was told; goes on changing.</summary>
    /// <exception cref="InvalidOperationException">Nothing was told.</exception>
    public EngineState State => Replay.Core.State;

    /// <summary>How many requests the last event wished for that are not in the journal (yet).</summary>
    public int NotIntended => _replay?.NotIntended.Count ?? 0;

    /// <summary>A hash over every step, in hexadecimal.</summary>
    /// <exception cref="InvalidOperationException">Nothing was told.</exception>
    public string AuditDigest => Replay.Core.Digest;

    /// <summary>A hash of <see cref="State"/>, in hexadecimal.</summary>
    /// <exception cref="InvalidOperationException">Nothing was told.</exception>
    public string StateDigest => Barter.Engine.Audit.StateDigest.Of(State);

    private SessionReplay Replay => _replay ?? throw new InvalidOperationException("no session was told yet");

    /// <exception cref="SessionRecoveryException">The session did something else, or its core fails.</exception>
    public void Market(long number, Timestamp now, in MarketEvent told)
    {
        Require(number).Market(number, now, told);
        Told(now);
    }

    /// <exception cref="SessionRecoveryException">
    /// The session did something else, its core fails, or it cannot be made.
    /// </exception>
    public void Entry(long number, JournalEntry entry)
    {
        if (entry is JournalEntry.Started started)
        {
            Begin(number, started);
        }

        Require(number).Entry(number, entry);
        EndedReason = (entry as JournalEntry.Ended)?.Reason;
        Told(entry.Now);
    }

    /// <summary>Says that there is nothing more: a session that was stopped in order stops here too.</summary>
    /// <remarks>Nothing may be told after it.</remarks>
    /// <exception cref="SessionRecoveryException">Its core fails.</exception>
    public void Finish() => _replay?.Finish();

    /// <summary>How the session did until now, with the figures for the interval that it was begun with.</summary>
    /// <exception cref="InvalidOperationException">Nothing was told.</exception>
    public SystemSummary Summarise() => Replay.Core.Summarise(Plan!.Interval);

    /// <summary>How the session stands, as lists show it: without a process, and a killed one as running.</summary>
    /// <exception cref="InvalidOperationException">Nothing was told.</exception>
    public SessionRow ToRow()
    {
        var row = Standing.Of(Replay.Core, Now) with { ProcessId = 0, Entries = Entries, LastTime = Now };
        return EndedReason is null ? row : Standing.Over(row, EndedReason);
    }

    /// <summary>Takes in what is there and what comes, until the session ends in order.</summary>
    /// <remarks>A session that was killed has not ended: somebody may start it again.</remarks>
    /// <param name="disk">Where the journal is, or will be.</param>
    /// <param name="time">Whose clock tells when to look again.</param>
    /// <param name="interval">How long to wait between looks.</param>
    /// <param name="told">Called after each look that found something.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="JournalException">The journal is broken or of a newer version, or the disk fails.</exception>
    /// <exception cref="SessionRecoveryException">As <see cref="Entry"/> says.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task FollowAsync(
        IJournalDisk disk,
        TimeProvider time,
        TimeSpan interval,
        Action<JournalReplica>? told = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(time);
        using var follower = new JournalFollower(disk, time, interval);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var came = follower.Poll(this);
            if (EndedReason is not null)
            {
                Finish();
            }

            if (came > 0)
            {
                told?.Invoke(this);
            }

            if (EndedReason is not null)
            {
                return;
            }

            await Task.Delay(interval, time, cancellationToken);
        }
    }

    private void Told(Timestamp now)
    {
        Entries++;
        Now = Timestamp.Max(now, Now);
    }

    private void Begin(long number, JournalEntry.Started started)
    {
        Starts++;
        if (_replay is null)
        {
            Plan = JournalPlan.Parse(started);
            var session = ReplayPlan.Of(Plan, _options, number);
            _replay = new SessionReplay(session, _options.Watcher);
        }
    }

    private SessionReplay Require(long number) => _replay ?? throw new SessionRecoveryException(
        $"entry {number} of the journal comes before the session's start; a replica is told from the first", number);
}
