using Akka.Actor;
using Barter.Actors.Engine;
using Barter.Actors.Settings;
using Barter.Actors.Supervision;
using Barter.Backtest;
using Barter.Engine.Audit;
using Barter.Execution.Simulation;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Actors.MarketData;

/// <summary>A recorded world whose time is the time: market and exchanges, one thing after the other.</summary>
/// <remarks>
/// The order of things is that of a backtest, so that both give the same steps: it tells the engine one event, hears
/// what is to be sent, then that the step is done, and only then goes on.
/// </remarks>
internal sealed class HistoryActor : ReceiveActor
{
    private const int SameMomentMax = 1_000_000;

    private readonly SessionPlan _plan;
    private readonly IActorRef _engine;
    private readonly IMarketDataStream _data;
    private readonly SimulatedExchange?[] _exchanges;
    private readonly SimulatedLink?[] _links;
    private readonly Timestamp?[] _expiries;
    private readonly PendingQueue _pending = new();
    private readonly List<AccountEvent> _reports = [];
    private ReadOnlyMemory<MarketEvent> _batch;
    private int _next;
    private int _greeted;
    private Timestamp _now;
    private int _sameMoment;
    private bool _isWaiting;
    private bool _isDataOver;
    private bool _hasTradingEnded;
    private bool _hasToldEnd;

    public HistoryActor(SessionPlan plan, IActorRef engine)
    {
        (_plan, _engine, _now) = (plan, engine, plan.Start);
        _data = ((MarketFeed.History)plan.Options.Market).Source.Open();
        var count = plan.Catalog.Exchanges.Count;
        (_exchanges, _links, _expiries) =
            (new SimulatedExchange?[count], new SimulatedLink?[count], new Timestamp?[count]);
        foreach (var link in plan.Links)
        {
            (_links[link.Exchange.Value], _exchanges[link.Exchange.Value]) = (link, link.Build(plan.Catalog));
        }

        Receive<EngineProtocol.Send>(send => Schedule(send.Request));
        Receive<EngineProtocol.WakeAt>(wake => _pending.Timer(Timestamp.Max(_now, wake.Timer.At), wake.Timer));
        Receive<EngineProtocol.Stepped>(_ => GoOn());
        Receive<MarketProtocol.Quiet>(_ => _isDataOver = true);
    }

    protected override void PreStart() => Pump();

    protected override void PostStop() => _data.Dispose();

    private void GoOn()
    {
        _isWaiting = false;
        Pump();
    }

    private void Pump()
    {
        while (!_isWaiting && DoNext())
        {
        }
    }

    /// <returns>False when there is nothing to do.</returns>
    private bool DoNext()
    {
        if (_greeted < _plan.Links.Count)
        {
            var link = _plan.Links[_greeted++];
            Happen(new EngineEvent.Account(
                new AccountEvent.Snapshot(_exchanges[link.Exchange.Value]!.Snapshot(_now))));
            ScheduleExpiry(link.Exchange);
            return true;
        }

        if (!_isDataOver && HasMarket())
        {
            DoNext(_batch.Span[_next]);
            return true;
        }

        if (!_hasTradingEnded)
        {
            _hasTradingEnded = true;
            Happen(new EngineEvent.TradingStateUpdate(TradingState.Disabled));
            return true;
        }

        if (_pending.InFlight > 0)
        {
            RunNext();
            return true;
        }

        if (!_hasToldEnd)
        {
            _hasToldEnd = true;
            Context.Parent.Tell(new SessionProtocol.MarketEnded());
        }

        return false;
    }

    private void DoNext(in MarketEvent market)
    {
        var time = market.IsReconnecting ? _now : Timestamp.Max(_now, market.TimeExchange);
        if (_pending.TryPeek(out var due) && due.IsBeforeMarketAt(time))
        {
            RunNext();
            return;
        }

        _next++;
        MoveTo(time);
        Show(market);
        _isWaiting = true;
        _engine.Tell(new EngineProtocol.Replayed(market, time));
    }

    private bool HasMarket()
    {
        if (_next == _batch.Length)
        {
            (_batch, _next) = (_data.Next(), 0);
            _isDataOver = _batch.IsEmpty;
        }

        return !_isDataOver;
    }

    private void Show(in MarketEvent market)
    {
        if (market.IsReconnecting || !_plan.Catalog.Contains(market.Instrument))
        {
            return;
        }

        var exchange = _plan.Catalog.Instruments[market.Instrument.Value].Exchange;
        if (_exchanges[exchange.Value] is { } simulated)
        {
            simulated.See(market, _now, _reports);
            SendReports(exchange);
        }
    }

    private void RunNext()
    {
        var pending = _pending.Take(out var due);
        MoveTo(due.Time);
        if (++_sameMoment > SameMomentMax)
        {
            _isWaiting = true;
            _engine.Tell(new EngineProtocol.Halt(new TerminationReason(
                TerminationKind.Halted,
                $"the strategy keeps sending orders at {_now} without time going on; "
                + "it must wait for an answer before it asks again")));
            return;
        }

        switch (pending)
        {
            case { Report: { } report }:
                Happen(new EngineEvent.Account(report));
                break;
            case { Timer: { } timer }:
                Happen(timer);
                break;
            case { Request: ExecutionRequest.Open { Request: var open } }:
                _exchanges[pending.Exchange.Value]!.Open(open, _now, _reports);
                SendReports(pending.Exchange);
                ScheduleExpiry(pending.Exchange);
                break;
            case { Request: ExecutionRequest.Cancel { Request: var cancel } }:
                _exchanges[pending.Exchange.Value]!.Cancel(cancel, _now, _reports);
                SendReports(pending.Exchange);
                break;
            default:
                _expiries[pending.Exchange.Value] = null;
                _exchanges[pending.Exchange.Value]!.Expire(_now, _reports);
                SendReports(pending.Exchange);
                ScheduleExpiry(pending.Exchange);
                break;
        }
    }

    private void Happen(EngineEvent cause)
    {
        _isWaiting = true;
        _engine.Tell(new EngineProtocol.Happened(cause, _now));
    }

    private void Schedule(ExecutionRequest request)
    {
        _pending.Request(_now.AddNanos(_links[request.Key.Exchange.Value]!.RequestNanos), request);
        Pump();
    }

    private void SendReports(ExchangeIndex exchange)
    {
        var arrival = _now.AddNanos(_links[exchange.Value]!.ReportNanos);
        foreach (var report in _reports)
        {
            _pending.Report(arrival, report);
        }

        _reports.Clear();
    }

    private void ScheduleExpiry(ExchangeIndex exchange)
    {
        if (_exchanges[exchange.Value]!.NextExpiry is { } next && _expiries[exchange.Value] is null)
        {
            _expiries[exchange.Value] = next;
            _pending.Expiry(next, exchange);
        }
    }

    private void MoveTo(Timestamp time)
    {
        if (time > _now)
        {
            (_now, _sameMoment) = (time, 0);
        }
    }
}
