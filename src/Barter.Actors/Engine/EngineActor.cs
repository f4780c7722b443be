using Akka.Actor;
using Akka.Event;
using Barter.Actors.Journal;
using Barter.Actors.Settings;
using Barter.Actors.Supervision;
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
    private readonly Queue<Letter> _answers = new();
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
        Receive<UnknownLasts>(lasts => _unknown.Add(lasts.Key));
        Receive<MarketOver>(_ => Context.Parent.Tell(new SessionProtocol.MarketEnded()));
        Receive<Woken>(woken => Wake(woken.Timer));
        Receive<Feed>(Take);
        Receive<GetState>(_ => Sender.Tell(new StateTold(_core.State.Clone(), _fault, StillUnknown())));
        Receive<TakeAudit>(_ => GiveAudit());
        Receive<Stop>(Drain);
        Receive<DrainEnded>(_ => Shutdown());
        Receive<Halt>(halt => End(halt.Reason));
        Receive<Summarise>(Answer);
        Receive<Kept>(_ => TellNext());
        Receive<JournalFailed>(Take);
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
            End(
                new TerminationReason(TerminationKind.Halted, $"the core failed: {defect.Message}", defect),
                isSound: false);
        }

        _journal?.Pass();
        if (!_hasEnded)
        {
            _journal?.KeepState(_core);
        }
    }

    private void TellWhenReady()
    {
        if (_silent.Count == 0 && !_hasEnded)
        {
            Context.Parent.Tell(new SessionProtocol.Ready());
        }
    }
}
