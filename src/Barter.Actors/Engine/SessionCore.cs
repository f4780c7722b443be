using Barter.Actors.Settings;
using Barter.Backtest;
using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Actors.Engine;

/// <summary>The core as one session has it: the engine, and the books that are kept of what it does.</summary>
internal sealed class SessionCore
{
    private readonly TradingEngine _engine;
    private readonly RunObserver _observer;
    private readonly OrderedDictionary<ClientOrderId, OrderRequestCancel> _cancels = [];
    private Timestamp _now;

    public SessionCore(SessionPlan plan)
    {
        _now = plan.Start;
        _engine = new TradingEngine(new EngineSettings
        {
            Catalog = plan.Catalog,
            Executions = plan.Links.Select(link => plan.Catalog[link.Exchange]).ToValueList(),
            Strategy = plan.NewStrategy(),
            Risk = plan.NewRisk(),
            Session = plan.Session,
            Start = plan.Start,
            Trading = plan.Options.TradingEnabled ? TradingState.Enabled : TradingState.Disabled,
        });
        _observer = new RunObserver(
            _engine.State, plan.Start, plan.Session, plan.RiskFreeReturn, plan.Options.SummaryInterval);
    }

    public EngineState State => _engine.State;

    public ulong Sequence => _engine.Sequence;

    /// <summary>Takes a market event in.</summary>
    /// <param name="market">The event.</param>
    /// <param name="now">The session's time; it does not go back.</param>
    public EngineStep Process(in MarketEvent market, Timestamp now)
    {
        MoveTo(now);
        _observer.Before(_now);
        var step = _engine.Process(market);
        _observer.After(market, step);
        NoteCancels(step);
        return step;
    }

    /// <summary>Takes any other event in.</summary>
    /// <param name="cause">The event.</param>
    /// <param name="now">The session's time; none for that of the event before.</param>
    public EngineStep Process(EngineEvent cause, Timestamp? now)
    {
        MoveTo(now ?? _now);
        _observer.Before(_now);
        var step = _engine.Process(cause);
        _observer.After(cause, step);
        if (cause is EngineEvent.Account { Event: var told })
        {
            ForgetCancel(told);
        }

        NoteCancels(step);
        return step;
    }

    public SystemSummary Summarise(ReturnInterval interval)
    {
        _observer.Summarise(_now);
        return new SystemSummary(_observer.Generator.Generate(interval), _observer.Digest())
        {
            Counts = _observer.Counts,
            Orders = _observer.Orders,
        };
    }

    /// <summary>Orders of an exchange of which something was asked and not yet answered.</summary>
    public ValueList<Order> Unanswered(ExchangeIndex exchange)
    {
        List<Order> unanswered = [];
        foreach (var row in State.Instruments)
        {
            for (var at = 0; row.Instrument.Exchange == exchange && at < row.Orders.Count; at++)
            {
                if (row.Orders[at] is { State: not ActiveOrderState.Open } order)
                {
                    unanswered.Add(order);
                }
            }
        }

        return unanswered.ToValueList();
    }

    /// <summary>Cancels that no answer has settled: an order in doubt does not say that it was to go.</summary>
    public ValueList<OrderRequestCancel> Cancelling(ExchangeIndex exchange) =>
        _cancels.Values.Where(cancel => cancel.Key.Exchange == exchange && IsActive(cancel.Key)).ToValueList();

    public bool HasUnanswered()
    {
        if (_cancels.Values.Any(cancel => IsActive(cancel.Key)))
        {
            return true;
        }

        foreach (var row in State.Instruments)
        {
            for (var at = 0; at < row.Orders.Count; at++)
            {
                if (row.Orders[at].State is not ActiveOrderState.Open)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsActive(OrderKey key) => State[key.Instrument].Orders.TryGet(key.ClientOrderId, out _);

    private void NoteCancels(in EngineStep step)
    {
        foreach (var request in step.Requests)
        {
            if (request is ExecutionRequest.Cancel { Request: var cancel })
            {
                _cancels[cancel.Key.ClientOrderId] = cancel;
            }
        }
    }

    private void ForgetCancel(AccountEvent told)
    {
        switch (told)
        {
            case AccountEvent.OrderCancelled { Response: { Error: not { LeavesOutcomeUnknown: true } } answer }:
                _cancels.Remove(answer.Key.ClientOrderId);
                break;
            case AccountEvent.OrderSnapshot
            {
                Order: { State: InactiveOrderState state } order,
            } when state is not InactiveOrderState.OpenFailed { Error.LeavesOutcomeUnknown: true }:
                _cancels.Remove(order.Key.ClientOrderId);
                break;
        }
    }

    private void MoveTo(Timestamp now) => _now = Timestamp.Max(_now, now);
}
