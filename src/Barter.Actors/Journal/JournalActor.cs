using Akka.Actor;
using Akka.Event;
using Barter.Actors.Engine;
using Barter.Actors.Settings;
using Barter.Engine.Audit;
using Barter.Journal;
using Barter.Model;
using static Barter.Actors.Journal.JournalProtocol;

namespace Barter.Actors.Journal;

/// <summary>
/// Writes what the engine did, makes it durable, and only then lets go what must not be told before.
/// </summary>
/// <remarks>
/// One flush is for all that waits in the mailbox. When the disk fails nothing is let go any more: what was told is
/// kept, and what is not kept is never told.
/// </remarks>
#pragma warning disable CA1001 // An actor ends what it owns in PostStop
internal sealed class JournalActor : ReceiveActor, IWithTimers
#pragma warning restore CA1001
{
    private const int SnapshotsKept = 2;

    private readonly SessionJournal _journal;
    private readonly SessionCatalog? _catalog;
    private readonly SessionPlan _plan;
    private readonly BatchPool _pool;
    private readonly IActorRef _engine;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly List<Letter> _waiting = [];
    private readonly JournalBatch _sent = new();
    private SessionRow _row;
    private End? _end;

    public JournalActor(Beginning beginning, SessionPlan plan, BatchPool pool, IActorRef engine)
    {
        (_journal, _catalog, _plan, _pool, _engine) = (beginning.Journal!, beginning.Catalog, plan, pool, engine);
        _row = beginning.Row!;
        Receive<Write>(write => Guarded(() => Take(write)));
        Receive<FlushDue>(_ => Guarded(Flush));
        Receive<Snapshot>(snapshot => Guarded(() => Keep(snapshot)));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private FlushPolicy Policy => _plan.Options.Journal!.Flush;

    protected override void PreStart() => Show(_row);

    protected override void PostStop()
    {
        _catalog?.Dispose();
        _journal.Dispose();
        _sent.Dispose();
    }

    private void Take(Write write)
    {
        var isFirst = _waiting.Count == 0 && write.OnDurable.Count > 0;
        _waiting.AddRange(write.OnDurable);
        _end ??= write.End;
        _journal.Append(write.Batch);
        _pool.Return(write.Batch);
        foreach (var (to, message) in write.OnWritten)
        {
            to.Tell(message);
        }

        if (isFirst && Policy is FlushPolicy.Intents)
        {
            // Comes behind all that is in the mailbox by now
            Self.Tell(new FlushDue());
        }
        else if (!Timers.IsTimerActive(nameof(FlushDue)))
        {
            var pause = Policy is FlushPolicy.Timed timed ? timed.Interval : _plan.Settings.FlushAtLeast;
            Timers.StartSingleTimer(nameof(FlushDue), new FlushDue(), pause);
        }
    }

    private void Flush()
    {
        Timers.Cancel(nameof(FlushDue));
        _journal.Flush();
        ShowEnd();
        var now = _plan.Clock.Now;
        foreach (var (to, message) in _waiting)
        {
            to.Tell(message);
            if (message is EngineProtocol.Send { Request: var request })
            {
                _sent.Add(new JournalEntry.Sent(now, request.Key.ClientOrderId, request is ExecutionRequest.Cancel));
            }
        }

        _waiting.Clear();
        if (_sent.Count > 0)
        {
            _journal.Append(_sent);
            _sent.Clear();
        }
    }

    /// <summary>A snapshot never says more than what is durable; one that cannot be kept is not missed.</summary>
    private void Keep(Snapshot snapshot)
    {
        Flush();
        try
        {
            if (snapshot.Bytes is { } bytes)
            {
                var kept = new SessionSnapshot(_journal.DurableCount, snapshot.Now, PlanJson.Write(_plan), bytes);
                _catalog?.Put(kept, SnapshotsKept);
            }
        }
#pragma warning disable CA1031 // One that is not kept costs time at the next start, and nothing else
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _log.Warning("a snapshot was not kept: {Message}", failure.Message);
        }

        Show(snapshot.Row with { Started = _row.Started, Entries = _journal.DurableCount });
    }

    /// <summary>Once the end is durable, and before anybody hears of it: then this actor may be gone at once.</summary>
    private void ShowEnd()
    {
        if (_end is { } end)
        {
            _end = null;
            var row = end.Row is null ? _row : end.Row with { Started = _row.Started, Entries = _journal.DurableCount };
            Show(Standing.Over(row, end.Reason.ToString()));
        }
    }

    /// <summary>Lists are a convenience: a session goes on whether or not they can show it.</summary>
    private void Show(SessionRow row)
    {
        _row = row with { Updated = Timestamp.From(_plan.Options.Time.GetUtcNow()) };
        try
        {
            _catalog?.Put(_row);
        }
#pragma warning disable CA1031 // Nothing that is only shown may end the session
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _log.Warning("the list of sessions does not show how this one stands: {Message}", failure.Message);
        }
    }

    /// <summary>Whatever keeps it from writing is the end of the session.</summary>
    private void Guarded(Action deed)
    {
        try
        {
            deed();
        }
#pragma warning disable CA1031 // Whatever it is: what is not kept must not be told
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _log.Error(failure, "the journal failed, nothing more is sent: {Message}", failure.Message);
            Timers.CancelAll();
            Show(_row with { State = SessionRow.Halted, Reason = $"the journal failed: {failure.Message}" });
            _engine.Tell(new JournalFailed(failure));
            Become(() => ReceiveAny(_ => { }));
        }
    }
}
