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
    private readonly CancellationTokenSource _stopping = new();
    private IAsyncEnumerator<MarketEvent>? _live;
    private Task<bool> _reading = Task.FromResult(false);
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
        Receive<Arrived>(Take);
        Receive<Failed>(failed => throw new InvalidOperationException(
            $"the market data failed: {failed.Cause.Message}", failed.Cause));
        Receive<Quiet>(_ => _isQuiet = true);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private bool IsBehind => _ahead >= _plan.Settings.MarketAhead;

    protected override void PreStart()
    {
        _plan.Metrics?.MarketStarted();
        if (_plan.Options.Market is MarketFeed.Stream stream)
        {
            _live = stream.Open(_stopping.Token).GetAsyncEnumerator(_stopping.Token);
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
        _stopping.Cancel();
        _stopping.Dispose();
        _ = CloseAsync(_live, _reading);
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

    private void Take(Arrived arrived)
    {
        if (!arrived.HasMore)
        {
            throw new InvalidOperationException("the market data ended");
        }

        Add(_live!.Current);
        Flush();
        if (_feed.Waiting.Count < _plan.Settings.MarketAhead)
        {
            ReadNext();
        }
        else
        {
            _isFull = true;
        }
    }

    private void ReadNext()
    {
        _isFull = false;
        if (!_isQuiet)
        {
            _reading = _live!.MoveNextAsync().AsTask();
            _ = _reading.PipeTo(Self, success: more => new Arrived(more), failure: cause => new Failed(cause));
        }
    }

    /// <summary>A reading must have come to its end before what is read can be closed.</summary>
    private static async Task CloseAsync(IAsyncEnumerator<MarketEvent>? live, Task reading)
    {
        try
        {
            await reading;
        }
#pragma warning disable CA1031 // The reading was given up, and why it ended was told where that mattered
        catch (Exception)
#pragma warning restore CA1031
        {
        }

        if (live is not null)
        {
            await live.DisposeAsync();
        }
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

    internal sealed record Arrived(bool HasMore) : IDeadLetterSuppression;

    internal sealed record Failed(Exception Cause) : IDeadLetterSuppression;
}
