using Akka.Actor;
using Barter.Actors.Supervision;
using Barter.Model;
using static Barter.Actors.Engine.EngineProtocol;
using static Barter.Actors.Journal.JournalProtocol;

namespace Barter.Actors.Engine;

/// <content>How it comes to its end.</content>
internal sealed partial class EngineActor
{
    /// <summary>The end is kept before anybody hears of it; what comes meanwhile waits.</summary>
    private void Closing()
    {
        Receive<Closed>(_ => LeaveJournal());
        Receive<Kept>(_ => TellNext());
        Receive<JournalFailed>(Take);
        Receive<Halt>(_ => { });
        ReceiveAny(_ => Stash.Stash());
    }

    private void Ended()
    {
        Receive<Summarise>(Answer);
        Receive<MarketArrived>(market => Sender.Tell(new Taken(market.Events.Count)));
        Receive<Happened>(_ => Sender.Tell(new Stepped()));
        Receive<Replayed>(_ => Sender.Tell(new Stepped()));
        Receive<Halt>(_ => { });
        Receive<ICommand>(_ => Sender.Tell(new NotRunning(_reason)));
        Receive<IEvent>(_ => { });
        Receive<DrainEnded>(_ => { });
    }

    private void Drain(Stop stop)
    {
        if (_stopper is not null)
        {
            Sender.Tell(new NotRunning(stop.Reason));
            return;
        }

        (_stopper, _reason) = (Sender, stop.Reason);
        Context.Parent.Tell(new SessionProtocol.Stopping());
        if (stop.Drain == TimeSpan.Zero)
        {
            Shutdown();
            return;
        }

        // A strategy that goes on trading would never let it drain
        if (_core.State.Trading == TradingState.Enabled)
        {
            Process(new EngineEvent.TradingStateUpdate(TradingState.Disabled));
        }

        Timers.StartSingleTimer(nameof(DrainEnded), new DrainEnded(), stop.Drain);
        ShutdownWhenDrained();
    }

    private void ShutdownWhenDrained()
    {
        if (_stopper is not null && !_hasEnded && !_core.HasUnanswered())
        {
            Shutdown();
        }
    }

    private void Shutdown() => Process(new EngineEvent.Shutdown());

    /// <summary>What cannot be kept must not happen: the session halts, and keeps what it had promised.</summary>
    private void Take(JournalFailed failed)
    {
        (_reason, _hasEnded) = (
            new TerminationReason(
                TerminationKind.Halted, $"the journal failed: {failed.Cause.Message}", failed.Cause),
            true);
        while (_answers.TryDequeue(out var letter))
        {
            if (letter.Message is Done or NotRunning)
            {
                letter.To.Tell(new NotRunning(_reason));
            }
        }

        LeaveJournal();
    }

    private void End(TerminationReason reason, bool isSound = true)
    {
        if (_hasEnded)
        {
            return;
        }

        (_reason, _hasEnded) = (reason, true);
        if (_journal is null)
        {
            Finish();
            return;
        }

        Become(Closing);
        _journal.End(_core, reason, isSound);
    }

    private void LeaveJournal()
    {
        _journal = null;
        Stash.UnstashAll();
        Finish();
    }

    private void Finish()
    {
        var reason = _reason;
        Timers.CancelAll();
        Become(Ended);
        _audit?.Finish();
        foreach (var (to, message) in _lastWords)
        {
            to.Tell(message);
        }

        Context.Parent.Tell(new SessionProtocol.Ended(reason));
        _stopper?.Tell(reason.Kind == TerminationKind.Halted ? new NotRunning(reason) : new Stopped(reason));
    }
}
