using Akka.Actor;
using Akka.Event;
using Barter.Actors.Engine;
using Barter.Actors.Execution;
using Barter.Actors.Settings;
using Barter.Actors.Supervision;
using Barter.Model;
using static Barter.Actors.MarketData.MarketProtocol;

namespace Barter.Actors.MarketData;

/// <summary>Tells market data in time: to the simulated exchanges and to the engine, never further ahead than it may.</summary>
#pragma warning disable CA1001 // An actor ends what it owns in PostStop
internal sealed class MarketDataActor : ReceiveActor, IWithTimers
#pragma warning restore CA1001
{
    private readonly SessionPlan _plan;
    private readonly FeedState _feed;
    private readonly IActorRef _engine;
    private readonly ValueList<IActorRef> _exchanges;
    private readonly IActorRef _session;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Conflation _waiting = new();
    private CancellationTokenSource? _reading;
    private IAsyncEnumerator<MarketEvent>? _live;
    private int _ahead;
    private bool _isQuiet;
    private bool _isOver;

    public MarketDataActor(
        SessionPlan plan, FeedState feed, IActorRef engine, ValueList<IActorRef> exchanges, IActorRef session)
    {
        (_plan, _feed, _engine, _exchanges, _session) = (plan, feed, engine, exchanges, session);
        Receive<Due>(_ => Pump());
        Receive<EngineProtocol.Taken>(Take);
        Receive<Arrived>(Take);
        Receive<Status.Failure>(failure => throw new InvalidOperationException(
            $"the market data failed: {failure.Cause.Message}", failure.Cause));
        Receive<Quiet>(_ => _isQuiet = true);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private bool IsBehind => _ahead >= _plan.Settings.MarketAhead;

    protected override void PreStart()
    {
        _plan.Metrics?.MarketStarted();
        if (_plan.Options.Market is MarketFeed.Stream stream)
        {
            _reading = new CancellationTokenSource();
            _live = stream.Open(_reading.Token).GetAsyncEnumerator(_reading.Token);
            ReadNext();
        }
        else
        {
            Pump();
        }
    }

    /// <summary>A link that failed is a fact of the market, and the engine knows before it is tried again.</summary>
    protected override void PostStop()
    {
        _reading?.Cancel();
        _reading?.Dispose();
        if (!_isQuiet && !_isOver)
        {
            _log.Warning("market data has stopped");
            _plan.Metrics?.MarketTold(_plan.Catalog.Exchanges.Count, _waiting.Conflated);
            _engine.Tell(new EngineProtocol.MarketArrived(
                _plan.Catalog.Exchanges.Select(MarketEvent.Reconnecting).ToValueList()));
        }
    }

    private void Take(EngineProtocol.Taken taken)
    {
        _ahead -= taken.Count;
        Pump();
    }

    private void Take(Arrived arrived)
    {
        if (!arrived.HasMore)
        {
            throw new InvalidOperationException("the market data ended");
        }

        _waiting.Add(_live!.Current, IsBehind);
        Flush();
        ReadNext();
    }

    private void ReadNext() => _ = _live!.MoveNextAsync().AsTask().PipeTo(Self, success: more => new Arrived(more));

    /// <summary>Tells what is due by now, and comes back when the next is.</summary>
    private void Pump()
    {
        while (_live is null && !_isQuiet && _waiting.Count < _plan.Settings.MarketAhead && _feed.TryPeek(out var next))
        {
            if (!next.IsReconnecting && _plan.Clock.Until(next.TimeExchange) is { Ticks: > 0 } wait)
            {
                Timers.StartSingleTimer(nameof(Due), new Due(), wait);
                break;
            }

            _feed.Take();
            _waiting.Add(next, IsBehind);
        }

        Flush();
    }

    private void Flush()
    {
        while (_waiting.Count > 0 && !IsBehind)
        {
            var events = _waiting.Take(_plan.Settings.MarketBatch);
            foreach (var exchange in _exchanges)
            {
                exchange.Tell(new ExchangeProtocol.See(events));
            }

            _ahead += events.Count;
            _plan.Metrics?.MarketTold(events.Count, _waiting.Conflated);
            _engine.Tell(new EngineProtocol.MarketArrived(events));
        }

        if (_feed.IsOver && _live is null && _waiting.Count == 0 && _ahead == 0 && !_isOver)
        {
            _isOver = true;
            _session.Tell(new SessionProtocol.MarketEnded());
        }
    }

    internal sealed record Arrived(bool HasMore);
}
