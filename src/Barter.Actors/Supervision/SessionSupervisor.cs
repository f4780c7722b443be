using Akka.Actor;
using Akka.Event;
using Akka.Pattern;
using Barter.Actors.Engine;
using Barter.Actors.Execution;
using Barter.Actors.Journal;
using Barter.Actors.MarketData;
using Barter.Actors.Settings;
using Barter.Backtest;
using Barter.MarketData;
using Barter.Model;
using static Barter.Actors.Supervision.SessionProtocol;

namespace Barter.Actors.Supervision;

/// <summary>One session: makes its parts, starts those again that fail, and ends it when that does not help.</summary>
/// <remarks>The engine is never started again: a core that surprised us is not to be trusted with money.</remarks>
#pragma warning disable CA1001 // An actor ends what it owns in PostStop
internal sealed class SessionSupervisor : ReceiveActor
#pragma warning restore CA1001
{
    private readonly SessionPlan _plan;
    private readonly SessionEvents _events;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly List<IActorRef> _waiting = [];
    private readonly List<IActorRef> _parts = [];
    private IActorRef _engine = ActorRefs.Nobody;
    private IActorRef? _market;
    private ValueList<IActorRef> _exchanges = [];
    private long _position;
    private IActorRef? _journal;
    private FeedState? _feed;
    private Exception? _cause;
    private TerminationReason? _ended;
    private bool _isReady;
    private bool _isLeaving;

    public SessionSupervisor(SessionPlan plan, SessionEvents events)
    {
        (_plan, _events) = (plan, events);
        Receive<Ready>(_ => Open());
        Receive<WhenReady>(_ => Answer());
        Receive<Stopping>(_ => _market?.Tell(new MarketProtocol.Quiet()));
        Receive<MarketEnded>(_ => _events.EndMarket());
        Receive<Ended>(ended => End(ended.Reason));
        Receive<PartFailed>(failed => _cause = failed.Cause);
        Receive<Leave>(_ => GoAway());
        Receive<Terminated>(gone => Lose(gone.ActorRef));
    }

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(cause =>
    {
        _cause = cause;
        return Directive.Stop;
    });

    /// <summary>Whoever waits hears why it could not start; an exception of ours would reach nobody.</summary>
    protected override void PreStart()
    {
        try
        {
            MakeParts();
        }
#pragma warning disable CA1031 // The edge of the shell: whatever keeps the session from starting is the reason
        catch (Exception failure)
#pragma warning restore CA1031
        {
            End(new TerminationReason(TerminationKind.Halted, $"it could not start: {failure.Message}", failure));
        }
    }

    private void MakeParts()
    {
        var beginning = Recovery.Begin(_plan);
        _position = beginning.Core.Progress.MarketPosition;
        _events.Recovery = beginning.Recovery;
        var engine = Props.Create(() => new EngineActor(_plan, beginning));
        _engine = Context.ActorOf(OnItsThread(engine), "engine");
        Context.Watch(_engine);
        var journal = beginning.Journal is null ? null : Keep(beginning);
        var desks = new IActorRef?[_plan.Catalog.Exchanges.Count];
        if (_plan.IsHistory)
        {
            _market = Part(OnItsThread(Props.Create(() => new HistoryActor(_plan, _engine))), "market-data");
            Array.Fill(desks, _market);
            _engine.Tell(new EngineProtocol.Begin(desks.ToValueList(), _market, Journal: null));
            return;
        }

        var exchanges = new List<IActorRef>();
        foreach (var link in _plan.Links)
        {
            exchanges.Add(Open(desks, link.Exchange, ExchangeOf(link, beginning)));
        }

        foreach (var exchange in _plan.Remotes)
        {
            var client = _plan.Options.Executions[_plan.Catalog[exchange]];
            Open(desks, exchange, Props.Create(() => new RemoteExchangeActor(exchange, client)));
        }

        _engine.Tell(new EngineProtocol.Begin(desks.ToValueList(), Clock: null, journal));
        _exchanges = exchanges.ToValueList();
    }

    /// <summary>An exchange, and the desk that trades there.</summary>
    private IActorRef Open(IActorRef?[] desks, ExchangeIndex index, Props props)
    {
        var name = _plan.Catalog[index].ToWire();
        var exchange = Part(OnItsThread(props), $"exchange-{name}");
        desks[index.Value] = Restarted(
            Props.Create(() => new ExecutionActor(index, _engine, exchange, _plan)), $"execution-{name}");
        return exchange;
    }

    private EngineJournal Keep(Beginning beginning)
    {
        var (pool, engine, dispatcher) = (new BatchPool(), _engine, SessionSettings.JournalDispatcher);
        var props = Props.Create(() => new JournalActor(beginning, _plan, pool, engine));
        _journal = Part(
            Context.System.Dispatchers.HasDispatcher(dispatcher) ? props.WithDispatcher(dispatcher) : props, "journal");
        return new EngineJournal(
            _journal, engine, pool, beginning.Core.Progress, _plan.Options.Journal!.SnapshotEvery);
    }

    /// <summary>A simulated exchange ended with the process; what the engine had not heard from it never was.</summary>
    private Props ExchangeOf(SimulatedLink link, Beginning beginning)
    {
        if (_plan.Options.Exchange is { } outside)
        {
            return outside(link.Exchange);
        }

        if (!beginning.IsRestart)
        {
            return Props.Create(() => new ExchangeActor(link, _plan, 0));
        }

        var again = link with { Settings = beginning.Core.Resume(link) };
        var lastReport = beginning.Core.Progress.LastReport(link.Exchange);
        return Props.Create(() => new ExchangeActor(again, _plan, lastReport));
    }

    protected override void PostStop()
    {
        _feed?.Dispose();
        _plan.Metrics?.End();
        _events.Terminate(_ended ?? TerminationReason.Aborted);
        _events.Leave();
    }

    private Props OnItsThread(Props props) => _plan.Options.FeedMode == EngineFeedMode.Iterator
        ? props.WithDispatcher(SessionSettings.EngineDispatcher)
        : props;

    private IActorRef Part(Props props, string name)
    {
        var part = Context.ActorOf(props, name);
        Context.Watch(part);
        _parts.Add(part);
        return part;
    }

    private IActorRef Restarted(Props props, string name)
    {
        var (settings, session) = (_plan.Settings, Self);
        return Part(
            OnItsThread(BackoffSupervisor.Props(Backoff
                .OnFailure(
                    OnItsThread(props), name, settings.RestartMin, settings.RestartMax, 0.2, settings.RestartBudget)
                .WithSupervisorStrategy(new OneForOneStrategy(cause =>
                {
                    session.Tell(new PartFailed(cause));
                    return MayPass(cause) ? Directive.Restart : Directive.Stop;
                }))
                .WithMaxNrOfRetries(settings.RestartBudget)
                .WithAutoReset(settings.RestartMax))),
            name);
    }

    /// <summary>A recording that cannot be read will not be readable the next time.</summary>
    private static bool MayPass(Exception cause) => Root(cause) is not MarketDataException;

    private static Exception Root(Exception cause) =>
        cause is ActorInitializationException { InnerException: { } inner } ? Root(inner) : cause;

    /// <summary>There is no market before the accounts are known: nobody could trade on it.</summary>
    private void Open()
    {
        _isReady = true;
        if (_market is null && _ended is null && _plan.Options.Market is not MarketFeed.Nothing)
        {
            var feed = _feed = new FeedState(_plan, _position);
            _market = Restarted(
                Props.Create(() => new MarketDataActor(_plan, feed, _engine, _exchanges, _events)), "market-data");
        }

        foreach (var asker in _waiting)
        {
            asker.Tell(new Opened(_engine));
        }

        _waiting.Clear();
    }

    private void Answer()
    {
        if (_ended is { } reason)
        {
            Sender.Tell(new Failed(reason));
        }
        else if (_isReady)
        {
            Sender.Tell(new Opened(_engine));
        }
        else
        {
            _waiting.Add(Sender);
        }
    }

    private void End(TerminationReason reason)
    {
        _ended = reason;
        foreach (var asker in _waiting)
        {
            asker.Tell(new Failed(reason));
        }

        _waiting.Clear();
        foreach (var part in _parts)
        {
            Context.Unwatch(part);
            Context.Stop(part);
        }

        _log.Info("session {Session} has ended: {Reason}", _plan.Session, reason.Message);
        _events.Terminate(reason);
        if (_isLeaving)
        {
            Context.Stop(Self);
        }
    }

    private void GoAway()
    {
        _isLeaving = true;
        if (_ended is null)
        {
            _engine.Tell(new EngineProtocol.Halt(TerminationReason.Aborted));
        }
        else
        {
            Context.Stop(Self);
        }
    }

    private void Lose(IActorRef part)
    {
        if (_ended is null)
        {
            Halt(part);
        }

        if (part.Equals(_engine))
        {
            _events.Leave();
        }
    }

    private void Halt(IActorRef part)
    {
        var cause = _cause is null ? null : Root(_cause);
        var reason = new TerminationReason(
            TerminationKind.Halted,
            $"{part.Path.Name} failed and was not started again (it can be {_plan.Settings.RestartBudget} times, "
            + $"barter.session.restart.budget): {cause?.Message ?? "it stopped by itself"}",
            cause);
        if (part.Equals(_engine))
        {
            End(reason);
        }
        else if (part.Equals(_journal))
        {
            var gone = cause ?? new InvalidOperationException("it stopped by itself");
            _engine.Tell(new JournalProtocol.JournalFailed(gone));
        }
        else
        {
            _engine.Tell(new EngineProtocol.Halt(reason));
        }
    }
}
