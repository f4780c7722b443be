using System.Text;
using Akka.Actor;
using Barter.Actors.Engine;
using Barter.Engine.Audit;
using Barter.Journal;
using Barter.Model;
using static Barter.Actors.Journal.JournalProtocol;

namespace Barter.Actors.Journal;

/// <summary>The engine's end of the journal: collects what one message does, and passes it on as a whole.</summary>
internal sealed class EngineJournal(
    IActorRef writer, IActorRef engine, BatchPool pool, SessionProgress progress, int snapshotEvery)
{
    private readonly List<Letter> _onWritten = [];
    private readonly List<Letter> _onDurable = [];
    private JournalBatch? _batch;
    private long _entered;

    private JournalBatch Batch => _batch ??= pool.Take();

    /// <summary>Says where in the recording the next events are, unless that follows from those before.</summary>
    public void ReadFrom(Timestamp now, long position)
    {
        if (position != progress.MarketPosition)
        {
            Batch.Add(new JournalEntry.MarketRead(now, position));
            progress.MarketPosition = position;
        }
    }

    public void Enter(Timestamp now, in MarketEvent market)
    {
        Batch.AddMarket(now, market);
        progress.MarketPosition++;
        _entered++;
    }

    public void Enter(Timestamp now, EngineEvent cause, long report)
    {
        if (cause is EngineEvent.Market { Event: var market })
        {
            Enter(now, market);
        }
        else
        {
            Batch.Add(new JournalEntry.Entered(now, cause, report));
            _entered++;
        }
    }

    /// <summary>Lets a request be sent once it is durable.</summary>
    public void Intend(Timestamp now, ulong step, ExecutionRequest request, IActorRef desk)
    {
        Batch.Add(request.ToIntent(now, step));
        WhenDurable(desk, new EngineProtocol.Send(request, now));
    }

    public void WhenWritten(IActorRef to, object message) => _onWritten.Add(new Letter(to, message));

    public void WhenDurable(IActorRef to, object message) => _onDurable.Add(new Letter(to, message));

    /// <summary>Passes on what was collected.</summary>
    public void Pass() => Pass(end: null);

    private void Pass(End? end)
    {
        if (_batch is null && _onWritten.Count == 0 && _onDurable.Count == 0)
        {
            return;
        }

        writer.Tell(new Write(Batch, _onWritten.ToValueList(), _onDurable.ToValueList(), end), engine);
        _batch = null;
        _onWritten.Clear();
        _onDurable.Clear();
    }

    /// <summary>Keeps the whole state now and then; a session that cannot is replayed from its first event.</summary>
    public void KeepState(SessionCore core)
    {
        if (snapshotEvery > 0 && _entered >= snapshotEvery)
        {
            _entered = 0;
            writer.Tell(
                new Snapshot(core.Now, core.TrySave(out var saved, out _) ? saved : null, Standing.Of(core, default)),
                engine);
        }
    }

    /// <summary>Keeps the end; <see cref="Closed"/> comes when all is durable.</summary>
    /// <param name="core">Where it ended.</param>
    /// <param name="reason">Why.</param>
    /// <param name="isSound">Whether it can tell how it stands: one that failed is not asked.</param>
    public void End(SessionCore core, TerminationReason reason, bool isSound)
    {
        Batch.Add(new JournalEntry.Ended(core.Now, Text(reason.ToString())));
        WhenDurable(engine, new Closed());
        Pass(new End(reason, isSound ? Standing.Of(core, default) : null));
    }

    /// <summary>An exception may say anything; only what is text can be kept, and U+FFFD for the rest.</summary>
    private static string Text(string words) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(words));
}
