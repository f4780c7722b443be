using Akka.Actor;
using Akka.Event;
using Akka.Pattern;
using Barter.Actors.Engine;
using Barter.Actors.Execution;
using Barter.Actors.MarketData;
using Barter.Actors.Settings;
using Barter.Model;
using static Barter.Actors.Supervision.SessionProtocol;

namespace Barter.Actors.Supervision;

/// <summary>One session: makes its parts, starts those again that fail, and ends it when that does not help.</summary>
/// <remarks>The engine is never started again: a core that surprised us is not to be trusted with money.</remarks>
internal sealed class SessionSupervisor : ReceiveActor
{
    private readonly SessionPlan _plan;
    private readonly SessionEvents _events;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly List<IActorRef> _waiting = [];
    private readonly List<IActorRef> _parts = [];
    private readonly IActorRef _engine;
    private IActorRef? _market;
    private TerminationReason? _ended;
    private bool _isReady;

    public SessionSupervisor(SessionPlan plan, SessionEvents events)
    {
        (_plan, _events) = (plan, events);
        var engine = Props.Create(() => new EngineActor(plan));
        _engine = Context.ActorOf(
            plan.Options.FeedMode == EngineFeedMode.Iterator ? engine.WithDispatcher("barter.engine-dispatcher") : engine,
            "engine");
        Receive<Ready>(_ => Open());
        Receive<WhenReady>(_ => Answer());
        Receive<Stopping>(_ => _market?.Tell(new MarketProtocol.Quiet()));
        Receive<MarketEnded>(_ => _events.EndMarket());
        Receive<Ended>(ended => End(ended.Reason));
        Receive<Terminated>(gone => Lose(gone.ActorRef));
    }

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(static _ => Directive.Stop);

    protected override void PreStart()
    {
        Context.Watch(_engine);
        var desks = new IActorRef?[_plan.Catalog.Exchanges.Count];
        if (_plan.IsHistory)
        {
            _market = Part(Props.Create(() => new HistoryActor(_plan, _engine)), "market-data");
            Array.Fill(desks, _market);
            _engine.Tell(new EngineProtocol.Begin(desks.ToValueList(), _market));
            return;
        }

        var exchanges = new List<IActorRef>();
        foreach (var link in _plan.Links)
        {
            var name = _plan.Catalog[link.Exchange].ToWire();
            var exchange = Part(Props.Create(() => new ExchangeActor(link, _plan)), $"exchange-{name}");
            exchanges.Add(exchange);
            desks[link.Exchange.Value] = Restarted(
                Props.Create(() => new ExecutionActor(link.Exchange, _engine, exchange, _plan.Settings)), $"execution-{name}");
        }

        _engine.Tell(new EngineProtocol.Begin(desks.ToValueList(), Clock: null));
        if (_plan.Options.Market is not MarketFeed.Nothing)
        {
            var feed = new FeedState(_plan);
            var told = exchanges.ToValueList();
            var session = Self;
            _market = Restarted(
                Props.Create(() => new MarketDataActor(_plan, feed, _engine, told, session)), "market-data");
        }
    }

    protected override void PostStop() => _events.Terminate(_ended ?? TerminationReason.Aborted);

    private IActorRef Part(Props props, string name)
    {
        var part = Context.ActorOf(props, name);
        Context.Watch(part);
        _parts.Add(part);
        return part;
    }

    private IActorRef Restarted(Props props, string name)
    {
        var settings = _plan.Settings;
        return Part(
            BackoffSupervisor.Props(Backoff
                .OnFailure(props, name, settings.RestartMin, settings.RestartMax, 0.2, settings.RestartBudget)
                .WithAutoReset(settings.RestartMax)),
            name);
    }

    private void Open()
    {
        _isReady = true;
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
    }

    private void Lose(IActorRef part)
    {
        if (_ended is not null)
        {
            return;
        }

        var reason = new TerminationReason(
            TerminationKind.Halted,
            $"{part.Path.Name} failed and was not started again: it had been {_plan.Settings.RestartBudget} times "
            + "(barter.session.restart.budget), or cannot be");
        if (part.Equals(_engine))
        {
            End(reason);
        }
        else
        {
            _engine.Tell(new EngineProtocol.Halt(reason));
        }
    }
}
