using Akka.Actor;
using Akka.Event;
using Barter.Actors.Engine;
using Barter.Actors.Execution;
using Barter.Actors.Settings;
using Barter.Actors.Supervision;
using Barter.Model;
using static Barter.Actors.MarketData.MarketProtocol;

namespace Barter.Actors.MarketData;

/// <summary>
/// Tells market data in time: to the simulated exchanges and to the engine, never further ahead than it may.
/// </summary>
#pragma warning disable CA1001 // An actor ends what it owns in PostStop
internal sealed class MarketDataActor : ReceiveActor, IWithTimers
#pragma warning restore CA1001
{
    private readonly SessionPlan _plan;
    private readonly FeedState _feed;
    private readonly IActorRef _engine;
    private readonly ValueList<IActorRef> _exchanges;
    private readonly SessionEvents _events;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private LiveMarket? _live;
    private int _ahead;
    private bool _isQuiet;
    private bool _isOver;
    private bool _isFull;

    public MarketDataActor(
        SessionPlan plan, FeedState feed, IActorRef engine, ValueList<IActorRef> exchanges, SessionEvents events)
    {
        (_plan, _feed, _engine, _exchanges, _events) = (plan, feed, engine, exchanges, events);
        Receive<Due>(_ => Pump());
        Receive<EngineProtocol.Taken>(Take);
        Receive<Arrived>(_ => TakeArrived());
        Receive<ReadOn>(_ => ReadNext());
        Receive<Quiet>(_ => _isQuiet = true);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private bool IsBehind => _ahead >= _plan.Settings.MarketAhead;

    protected override void PreStart()
    {
        _plan.Metrics?.MarketStarted();
        if (_plan.Options.Market is MarketFeed.Stream stream)
        {
            var (self, arrived) = (Self, new Arrived());
            _live = new LiveMarket(stream.Open, () => self.Tell(arrived));
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
        _live?.Dispose();
        if (!_isQuiet && !_isOver)
        {
            _log.Warning("market data has stopped");
            _plan.Metrics?.MarketTold(_plan.Catalog.Exchanges.Count, _feed.Waiting.Conflated);
            _engine.Tell(new EngineProtocol.MarketArrived(
                _plan.Catalog.Exchanges.Select(MarketEvent.Reconnecting).ToValueList(), From: null));
        }
    }

    private void Take(EngineProtocol.Taken taken)
    {
        _ahead -= taken.Count;
        Pump();
    }

    private void TakeArrived()
    {
        TryTake(hasArrived: true);
        ReadNext();
    }

    /// <summary>Reads what is there already, and tells it at once; what comes later is told when it comes.</summary>
    private void ReadNext()
    {
        for (var left = _plan.Settings.MarketBatch; !_isQuiet; left--)
        {
            _isFull = _feed.Waiting.Count >= _plan.Settings.MarketAhead;
            if (!_isFull && left == 0)
            {
                Self.Tell(new ReadOn());
            }

            if (_isFull || left == 0 || !TryTake(hasArrived: false))
            {
                break;
            }
        }

        Flush();
    }

    /// <returns>False when the next event is to come.</returns>
    private bool TryTake(bool hasArrived)
    {
        bool? hasMoved;
        try
        {
            hasMoved = hasArrived ? _live!.HasMoved() : _live!.MoveNext();
        }
        catch (Exception cause)
        {
            throw new InvalidOperationException($"the market data failed: {cause.Message}", cause);
        }

        if (hasMoved == false)
        {
            throw new InvalidOperationException("the market data ended");
        }

        if (hasMoved == true)
        {
            Add(_live.Current);
        }

        return hasMoved == true;
    }

    private void Add(in MarketEvent market)
    {
        _feed.Waiting.Add(market, IsBehind);
        _events.QuotesConflated = _feed.Waiting.Conflated;
    }

    /// <summary>Tells what is due by now, and comes back when the next is.</summary>
    private void Pump()
    {
        while (_live is null && !_isQuiet && _feed.Waiting.Count < _plan.Settings.MarketAhead
            && _feed.TryPeek(out var next))
        {
            if (!next.IsReconnecting && _plan.Clock.Until(next.TimeExchange) is { Ticks: > 0 } wait)
            {
                Timers.StartSingleTimer(nameof(Due), new Due(), wait);
                break;
            }

            _feed.Take();
            Add(next);
        }

        Flush();
        if (_isFull && _feed.Waiting.Count < _plan.Settings.MarketAhead)
        {
            ReadNext();
        }
    }

    private void Flush()
    {
        while (_feed.Waiting.Count > 0 && !IsBehind)
        {
            var from = _feed.Waiting.Position;
            var events = _feed.Waiting.Take(_plan.Settings.MarketBatch);
            foreach (var exchange in _exchanges)
            {
                exchange.Tell(new ExchangeProtocol.See(events));
            }

            _ahead += events.Count;
            _plan.Metrics?.MarketTold(events.Count, _feed.Waiting.Conflated);
            _engine.Tell(new EngineProtocol.MarketArrived(events, from));
        }

        if (_feed is { IsOver: true, Waiting.Count: 0 } && _live is null && !_isOver)
        {
            _isOver = true;
            _engine.Tell(new EngineProtocol.MarketOver());
        }
    }

    internal sealed record Arrived : IDeadLetterSuppression;

    internal sealed record ReadOn : IDeadLetterSuppression;
}
