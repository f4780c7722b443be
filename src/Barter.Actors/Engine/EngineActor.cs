using Akka.Actor;
using Akka.Event;
using Barter.Actors.Settings;
using Barter.Actors.Supervision;
using Barter.Model;
using static Barter.Actors.Engine.EngineProtocol;

namespace Barter.Actors.Engine;

/// <summary>
/// The single writer of a session: feeds the core in the order of its mailbox and carries out what it decides.
/// </summary>
internal sealed partial class EngineActor : ReceiveActor, IWithTimers, IWithStash
{
    private readonly SessionPlan _plan;
    private readonly SessionCore _core;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly long[] _lastReports;
    private readonly HashSet<ExchangeIndex> _silent;
    private readonly HashSet<ExchangeIndex> _started = [];
    private ValueList<IActorRef?> _desks = [];
    private IActorRef? _clock;
    private AuditSubscription? _audit;
    private IActorRef? _stopper;
    private TerminationReason _reason = TerminationReason.ShutDown;
    private string? _fault;
    private bool _isAuditTaken;
    private bool _hasEnded;

    public EngineActor(SessionPlan plan)
    {
        (_plan, _core) = (plan, new SessionCore(plan));
        _lastReports = new long[plan.Catalog.Exchanges.Count];
        _silent = [.. plan.Links.Select(link => link.Exchange)];
        Receive<Begin>(begin =>
        {
            (_desks, _clock) = (begin.Desks, begin.Clock);
            Become(Running);
            Stash.UnstashAll();
            TellWhenReady();
        });

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
        Receive<MarketOver>(_ => Context.Parent.Tell(new SessionProtocol.MarketEnded()));
        Receive<Woken>(woken => Wake(woken.Timer));
        Receive<Feed>(Take);
        Receive<GetState>(_ => Sender.Tell(new StateTold(_core.State.Clone(), _fault)));
        Receive<TakeAudit>(_ => GiveAudit());
        Receive<Stop>(Drain);
        Receive<DrainEnded>(_ => Shutdown());
        Receive<Halt>(halt => End(halt.Reason));
        Receive<Summarise>(Answer);
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

    private void Take(MarketArrived market)
    {
        _plan.Metrics?.MarketTaken();
        Guarded(() =>
        {
            foreach (var seen in market.Events)
            {
                CarryOut(_core.Process(seen, _plan.Clock.Now), seen);
            }
        });
        Sender.Tell(new Taken(market.Events.Count));
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
            if (reported.Number != _lastReports[reported.Exchange.Value] + 1)
            {
                return;
            }

            _lastReports[reported.Exchange.Value] = reported.Number;
        }

        Process(new EngineEvent.Account(reported.Event));
        if (reported.Event is AccountEvent.Snapshot && _silent.Remove(reported.Exchange))
        {
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
                Sender.Tell(new NotRunning(_reason));
                return;
            }

            Process(cause);
        }

        Sender.Tell(_reason.Kind == TerminationKind.Halted ? new NotRunning(_reason) : new Done(_core.Sequence - 1));
    }

    /// <summary>A desk that starts again has lost what was on its way: that is what losing the link means.</summary>
    private void Answer(DeskStarted desk)
    {
        if (!_started.Add(desk.Exchange))
        {
            _plan.Metrics?.Restarted("execution");
            Process(new EngineEvent.AccountReconnecting(_plan.Catalog[desk.Exchange]));
        }

        Sender.Tell(new Resume(
            _core.Unanswered(desk.Exchange), _core.Cancelling(desk.Exchange), _lastReports[desk.Exchange.Value]));
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

    private void Process(EngineEvent cause, Timestamp? now = null) => Guarded(() =>
    {
        var step = _core.Process(cause, now ?? (_plan.IsHistory ? null : _plan.Clock.Now));
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
    }

    private void End(TerminationReason reason)
    {
        (_reason, _hasEnded) = (reason, true);
        Timers.CancelAll();
        Become(Ended);
        _audit?.Finish();
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
