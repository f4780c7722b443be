using Akka.Actor;
using Akka.Event;
using Barter.Actors.Journal;
using Barter.Actors.Settings;
using Barter.Actors.Supervision;
using Barter.Engine.Reconciliation;
using Barter.Model;
using static Barter.Actors.Engine.EngineProtocol;
using static Barter.Actors.Journal.JournalProtocol;

namespace Barter.Actors.Engine;

/// <summary>
/// The single writer of a session: feeds the core in the order of its mailbox and carries out what it decides.
/// </summary>
internal sealed partial class EngineActor : ReceiveActor, IWithTimers, IWithStash
{
    private readonly SessionPlan _plan;
    private readonly SessionCore _core;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly bool _isRestart;
    private readonly bool _wasEnded;
    private readonly HashSet<ExchangeIndex> _silent;
    private readonly HashSet<ExchangeIndex> _started = [];
    private ValueList<IActorRef?> _desks = [];
    private IActorRef? _clock;
    private EngineJournal? _journal;
    private readonly List<Letter> _lastWords = [];
    private AuditSubscription? _audit;
    private IActorRef? _stopper;
    private TerminationReason _reason = TerminationReason.ShutDown;
    private string? _fault;
    private bool _isAuditTaken;
    private bool _hasEnded;

    public EngineActor(SessionPlan plan, Beginning beginning)
    {
        (_plan, _core, _isRestart, _wasEnded) =
            (plan, beginning.Core, beginning.IsRestart, beginning.WasEnded);
        _silent = [.. plan.Executions];
        Receive<Begin>(Take);

        // A desk may be quicker than the one who begins
        ReceiveAny(_ => Stash.Stash());
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public IStash Stash { get; set; } = null!;

    protected override void PostStop()
    {
        _audit?.Finish();
        _plan.Metrics?.End();
    }

    private void Running()
    {
        Receive<MarketArrived>(Take);
        Receive<Replayed>(Take);
        Receive<Happened>(Take);
        Receive<Reported>(Take);
        Receive<AccountLinkLost>(lost => Process(new EngineEvent.AccountReconnecting(_plan.Catalog[lost.Exchange])));
        Receive<DeskStarted>(Answer);
        Receive<WhatIsDoubted>(Answer);
        Receive<Stated>(Take);
        Receive<MarketOver>(_ => Context.Parent.Tell(new SessionProtocol.MarketEnded()));
        Receive<Woken>(woken => Wake(woken.Timer));
        Receive<Feed>(Take);
        Receive<GetState>(_ => Sender.Tell(new StateTold(_core.State.Clone(), _fault)));
        Receive<TakeAudit>(_ => GiveAudit());
        Receive<Stop>(Drain);
        Receive<DrainEnded>(_ => Shutdown());
        Receive<Halt>(halt => End(halt.Reason));
        Receive<Summarise>(Answer);
        Receive<JournalFailed>(Take);
    }

    /// <summary>The end is kept before anybody hears of it; what comes meanwhile waits.</summary>
    private void Closing()
    {
        Receive<Closed>(_ => LeaveJournal());
        Receive<JournalFailed>(Take);
        Receive<Halt>(_ => { });
        ReceiveAny(_ => Stash.Stash());
    }

    private void Ended()
    {
        Receive<Summarise>(Answer);
        Receive<JournalFailed>(failed => Refuse(failed.Waiting));
        Receive<MarketArrived>(market => Sender.Tell(new Taken(market.Events.Count)));
        Receive<Happened>(_ => Sender.Tell(new Stepped()));
        Receive<Replayed>(_ => Sender.Tell(new Stepped()));
        Receive<Halt>(_ => { });
        Receive<ICommand>(_ => Sender.Tell(new NotRunning(_reason)));
        Receive<IEvent>(_ => { });
        Receive<DrainEnded>(_ => { });
    }

    private void Take(Begin begin)
    {
        (_desks, _clock, _journal) = (begin.Desks, begin.Clock, begin.Journal);
        Become(Running);
        if (_isRestart)
        {
            Restart();
        }

        Stash.UnstashAll();
        TellWhenReady();
    }

    /// <summary>
    /// To stop in order disables trading, which is not meant for the next start; a kill leaves it as it was.
    /// </summary>
    private void Restart()
    {
        Process(new EngineEvent.SessionRestarted());
        if (_wasEnded && _plan.Options.TradingEnabled && _core.State.Trading == TradingState.Disabled)
        {
            Process(new EngineEvent.TradingStateUpdate(TradingState.Enabled));
        }

        foreach (var timer in _core.Progress.Timers.ToArray())
        {
            WakeLater(timer);
        }
    }

    private void Take(MarketArrived market)
    {
        _plan.Metrics?.MarketTaken();
        var taken = new Taken(market.Events.Count);
        if (_journal is null)
        {
            Guarded(() => Take(market.Events));
            Sender.Tell(taken);
            return;
        }

        // Who tells the market hears when it is written, so that no more than it may tell ahead waits for the disk
        _journal.WhenWritten(Sender, taken);
        if (market.From is { } from)
        {
            _journal.ReadFrom(_core.Now, from);
        }

        Guarded(() => Take(market.Events));
    }

    private void Take(ValueList<MarketEvent> events)
    {
        foreach (var seen in events)
        {
            var now = _core.MoveTo(_plan.Clock.Now);
            _journal?.Enter(now, seen);
            CarryOut(_core.Process(seen, now), seen);
        }
    }

    private void Take(Replayed replayed)
    {
        Guarded(() => CarryOut(_core.Process(replayed.Event, replayed.Now), replayed.Event));
        Sender.Tell(new Stepped());
    }

    private void Take(Happened happened)
    {
        Process(happened.Event, happened.Now);
        if (happened.Event is EngineEvent.Account { Event: AccountEvent.Snapshot { Exchange: var exchange } })
        {
            _silent.Remove(exchange);
            TellWhenReady();
        }

        ShutdownWhenDrained();
        Sender.Tell(new Stepped());
    }

    private void Take(Reported reported)
    {
        if (reported.Number > 0)
        {
            if (reported.Number != _core.Progress.LastReport(reported.Exchange) + 1)
            {
                return;
            }
        }

        Process(new EngineEvent.Account(reported.Event), report: reported.Number);
        if (reported.Event is AccountEvent.Snapshot
            && _core.State.IsReconciledAt(reported.Exchange) && _silent.Remove(reported.Exchange))
        {
            TellWhenReady();
        }

        ShutdownWhenDrained();
    }

    /// <summary>What we believe is set right by events like any other, so that the journal tells them again.</summary>
    private void Take(Stated stated)
    {
        var exchange = stated.Evidence.Exchange;
        foreach (var missed in Reconciler.Reconcile(_core.State, stated.Evidence))
        {
            Process(new EngineEvent.Account(missed));
        }

        if (!_core.State.IsReconciledAt(exchange))
        {
            Process(new EngineEvent.Reconciled(_plan.Catalog[exchange]));
            _silent.Remove(exchange);
            TellWhenReady();
        }

        ShutdownWhenDrained();
    }

    private void Take(Feed feed)
    {
        foreach (var cause in feed.Events)
        {
            if (_hasEnded)
            {
                Answer(Sender, new NotRunning(_reason));
                return;
            }

            Process(cause);
        }

        Answer(
            Sender, _reason.Kind == TerminationKind.Halted ? new NotRunning(_reason) : new Done(_core.Sequence - 1));
    }

    /// <summary>A desk that starts again has lost what was on its way: that is what losing the link means.</summary>
    private void Answer(DeskStarted desk)
    {
        if (!_started.Add(desk.Exchange))
        {
            _plan.Metrics?.Restarted("execution");
            Process(new EngineEvent.AccountReconnecting(_plan.Catalog[desk.Exchange]));
        }

        // What is not answered may not be durable yet
        Answer(Sender, new Resume(
            _core.Unanswered(desk.Exchange),
            _core.Cancelling(desk.Exchange),
            _core.Progress.LastReport(desk.Exchange)));
    }

    private void Answer(WhatIsDoubted desk) => Sender.Tell(new Questions(
        _core.Unanswered(desk.Exchange),
        Reconciler.FillsFrom(_core.State, desk.Exchange),
        !_core.State.IsReconciledAt(desk.Exchange)));

    private void Answer(Summarise question) =>
        Sender.Tell(new Summarised(_core.Summarise(question.Interval)));

    private void GiveAudit()
    {
        var subscription = _plan.Options.Audit && !_isAuditTaken
            ? new AuditSubscription(_core.Sequence, _core.State.Clone(), _plan.Settings.AuditCapacity)
            : null;
        if (subscription is not null)
        {
            (_isAuditTaken, _audit) = (true, subscription);
        }

        Sender.Tell(new AuditTaken(subscription));
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

    private void Process(EngineEvent cause, Timestamp? time = null, long report = 0) => Guarded(() =>
    {
        var now = _core.MoveTo(time ?? (_plan.IsHistory ? _core.Now : _plan.Clock.Now));
        _journal?.Enter(now, cause, report);
        var step = _core.Process(cause, now, report);
        CarryOut(step, cause);
        if (step.IsTerminal)
        {
            End(_stopper is null ? TerminationReason.ShutDownByEvent : _reason);
        }
    });

    /// <summary>What the core throws is a defect of ours: the session halts, and nothing more is sent.</summary>
    private void Guarded(Action step)
    {
        if (_hasEnded)
        {
            return;
        }

        try
        {
            step();
        }
#pragma warning disable CA1031 // The edge of the shell: whatever the core throws ends this session and no other
        catch (Exception defect)
#pragma warning restore CA1031
        {
            _log.Error(defect, "the core failed after step {Step}: {Message}", _core.Sequence, defect.Message);
            End(new TerminationReason(TerminationKind.Halted, $"the core failed: {defect.Message}", defect));
        }

        _journal?.Pass();
        if (!_hasEnded)
        {
            _journal?.KeepState(_core);
        }
    }

    /// <summary>What cannot be kept must not happen: the session halts, and keeps what it had promised.</summary>
    private void Take(JournalFailed failed)
    {
        (_reason, _hasEnded) = (
            new TerminationReason(
                TerminationKind.Halted, $"the journal failed: {failed.Cause.Message}", failed.Cause),
            true);
        LeaveJournal();
        Refuse(failed.Waiting);
    }

    /// <summary>Who waits to hear that what he asked is kept hears that it is not.</summary>
    private void Refuse(ValueList<Letter> waiting)
    {
        foreach (var (to, message) in waiting)
        {
            if (message is Done or NotRunning)
            {
                to.Tell(new NotRunning(_reason));
            }
        }
    }

    private void End(TerminationReason reason)
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
        _journal.End(_core.Now, reason);
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

    private void TellWhenReady()
    {
        if (_silent.Count == 0 && !_hasEnded)
        {
            Context.Parent.Tell(new SessionProtocol.Ready());
        }
    }
}
