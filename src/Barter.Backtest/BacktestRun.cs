using Barter.Backtest.Recording;
using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Engine.Risk;
using Barter.Engine.Strategies;
using Barter.Execution.Simulation;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Backtest;

/// <summary>One run: virtual time over market data, engine and simulated exchanges, in one queue.</summary>
/// <remarks>
/// It ends when it is quiet: the data has ended, trading was disabled, and no request or report is on its way.
/// Timers and expiries that lie behind that moment do not happen.
/// </remarks>
internal sealed class BacktestRun
{
    /// <summary>So many things at one moment mean that a strategy answers itself without end.</summary>
    private const int SameMomentMax = 1_000_000;

    private readonly BacktestArgsConstant _constant;
    private readonly BacktestArgsDynamic _dynamic;
    private readonly Action<EngineState>? _started;
    private readonly CancellationToken _cancellation;
    private readonly IStrategy _strategy;
    private readonly SimulatedExchange?[] _exchanges;
    private readonly SimulatedLink?[] _links;
    private readonly Timestamp?[] _expiries;
    private readonly PendingQueue _pending = new();
    private readonly List<AccountEvent> _reports = [];
    private TradingEngine _engine = null!;
    private RunObserver _observer = null!;
    private Timestamp _now;
    private int _sameMoment;

    public BacktestRun(
        BacktestArgsConstant constant,
        BacktestArgsDynamic dynamic,
        Action<EngineState>? started,
        CancellationToken cancellation)
    {
        (_constant, _dynamic, _started, _cancellation) = (constant, dynamic, started, cancellation);
        _strategy = dynamic.Strategy?.Invoke() ?? new NoOrders();
        var count = constant.Catalog.Exchanges.Count;
        _exchanges = new SimulatedExchange?[count];
        _links = new SimulatedLink?[count];
        _expiries = new Timestamp?[count];
        foreach (var link in constant.Exchanges)
        {
            _links[link.Exchange.Value] = link;
            _exchanges[link.Exchange.Value] = link.Build(constant.Catalog);
        }
    }

    /// <summary>Runs to the end.</summary>
    /// <param name="progress">Told after every batch of market data.</param>
    public BacktestResult Run(Action<IMarketDataStream, int>? progress)
    {
        using var data = _constant.MarketData.Open();
        var batch = data.Next();
        var held = new List<ReadOnlyMemory<MarketEvent>>();
        var first = FirstItem(data, ref batch, held);
        Start(_constant.Span?.Start ?? first);
        foreach (var early in held)
        {
            Replay(early.Span);
        }

        while (!batch.IsEmpty)
        {
            _cancellation.ThrowIfCancellationRequested();
            Replay(batch.Span);
            progress?.Invoke(data, batch.Length);
            batch = data.Next();
        }

        Drain();
        MoveTo(_constant.Span?.End ?? _now);
        return new BacktestResult(
            _dynamic.Id, _strategy.Id.Value, _dynamic.RiskFreeReturn, _observer.Summarise(_now),
            _observer.Digest(), _observer.Counts, data.Report)
        {
            Orders = _observer.Orders,
            Assumptions = RunAssumptions.Of(_constant, _dynamic, _observer.ValuationAsset),
            Series = _observer.Series(),
            Generator = _observer.Generator,
        };
    }

    /// <summary>Reconnect marks have no time, so what stands before the first item waits for it.</summary>
    private Timestamp FirstItem(
        IMarketDataStream data, ref ReadOnlyMemory<MarketEvent> batch, List<ReadOnlyMemory<MarketEvent>> held)
    {
        while (!batch.IsEmpty)
        {
            foreach (ref readonly var market in batch.Span)
            {
                if (!market.IsReconnecting)
                {
                    return market.TimeExchange;
                }
            }

            held.Add(batch.ToArray());
            batch = data.Next();
        }

        throw MarketDataSources.NoEvents(_constant.MarketData, data.Report);
    }

    private void Start(Timestamp start)
    {
        _now = start;
        _engine = new TradingEngine(new EngineSettings
        {
            Catalog = _constant.Catalog,
            Executions = _constant.Exchanges.Select(link => _constant.Catalog[link.Exchange]).ToValueList(),
            Strategy = _strategy,
            Risk = _dynamic.Risk?.Invoke() ?? new RiskLimitPolicy(_constant.RiskLimits),
            Session = _dynamic.Id,
            Start = start,
            Trading = TradingState.Enabled,
        });
        _observer = new RunObserver(_constant, _dynamic, _engine.State, start);
        _started?.Invoke(_engine.State);
        foreach (var link in _constant.Exchanges)
        {
            Feed(new EngineEvent.Account(
                new AccountEvent.Snapshot(_exchanges[link.Exchange.Value]!.Snapshot(start))));
            ScheduleExpiry(link.Exchange);
        }
    }

    private void Replay(ReadOnlySpan<MarketEvent> batch)
    {
        foreach (ref readonly var market in batch)
        {
            // Data in the order of arrival may be a little late; time does not go back for it
            var time = market.IsReconnecting ? _now : Timestamp.Max(_now, market.TimeExchange);
            while (_pending.TryPeek(out var due) && due.IsBeforeMarketAt(time))
            {
                RunNext();
            }

            MoveTo(time);
            Show(market);
            _observer.Before(time);
            var step = _engine.Process(market);
            _observer.After(market, step);
            CarryOut(step);
        }
    }

    private void Show(in MarketEvent market)
    {
        if (market.IsReconnecting || !_constant.Catalog.Contains(market.Instrument))
        {
            return;
        }

        var exchange = _constant.Catalog.Instruments[market.Instrument.Value].Exchange;
        if (_exchanges[exchange.Value] is { } simulated)
        {
            simulated.See(market, _now, _reports);
            SendReports(exchange);
        }
    }

    /// <summary>No new orders once the data has ended; what is on its way still arrives.</summary>
    private void Drain()
    {
        Feed(new EngineEvent.TradingStateUpdate(TradingState.Disabled));
        while (_pending.InFlight > 0)
        {
            RunNext();
        }

        Feed(new EngineEvent.Shutdown());
    }

    private void RunNext()
    {
        var pending = _pending.Take(out var due);
        MoveTo(due.Time);
        if (++_sameMoment > SameMomentMax)
        {
            throw new BacktestException(
                $"strategy {_strategy.Id} keeps sending orders at {_now} without time going on; "
                + "it must wait for an answer before it asks again");
        }

        switch (pending)
        {
            case { Report: { } report }:
                Feed(new EngineEvent.Account(report));
                break;
            case { Timer: { } timer }:
                Feed(timer);
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

    private void Feed(EngineEvent cause)
    {
        _observer.Before(_now);
        var step = _engine.Process(cause);
        _observer.After(cause, step);
        CarryOut(step);
    }

    private void CarryOut(in EngineStep step)
    {
        foreach (var request in step.Requests)
        {
            _pending.Request(_now.AddNanos(_links[request.Key.Exchange.Value]!.RequestNanos), request);
        }

        foreach (var timer in step.Timers)
        {
            _pending.Timer(Timestamp.Max(_now, timer.At), timer);
        }
    }

    private void SendReports(ExchangeIndex exchange)
    {
        if (_reports.Count == 0)
        {
            return;
        }

        var arrival = _now.AddNanos(_links[exchange.Value]!.ReportNanos);
        foreach (var report in _reports)
        {
            _pending.Report(arrival, report);
        }

        _reports.Clear();
    }

    private void ScheduleExpiry(ExchangeIndex exchange)
    {
        if (_exchanges[exchange.Value]!.NextExpiry is { } next && _expiries[exchange.Value] is not { } scheduled)
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
