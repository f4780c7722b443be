using Barter.Actors.Settings;
using Barter.Engine.Audit;
using Barter.Execution.Simulation;
using Barter.Model;

namespace Barter.Actors.Engine;

/// <summary>How far a session has come, beside what its engine knows: what a restart goes on from.</summary>
internal sealed class SessionProgress(SessionPlan plan)
{
    private readonly long[] _lastReports = new long[plan.Catalog.Exchanges.Count];
    private readonly List<EngineEvent.TimerElapsed> _timers = [];
    private readonly Dictionary<ClientOrderId, Timestamp> _intended = [];
    private readonly OrderedDictionary<ClientOrderId, OrderRequestCancel> _cancels = [];

    /// <summary>What simulated exchanges told of their accounts; none where nothing outlives the process.</summary>
    private readonly HeardAccount? _account =
        plan.Options.Journal is null ? null : new HeardAccount(plan.Catalog);

    /// <summary>How many events of the recording were told or made way.</summary>
    public long MarketPosition { get; set; }

    /// <summary>When the strategy wishes to be woken.</summary>
    public IReadOnlyList<EngineEvent.TimerElapsed> Timers => _timers;

    public HeardAccount? Account => _account;

    /// <summary>The number of the last report of an exchange.</summary>
    public long LastReport(ExchangeIndex exchange) => _lastReports[exchange.Value];

    /// <summary>Cancels that no answer has settled.</summary>
    public IEnumerable<OrderRequestCancel> Cancels => _cancels.Values;

    /// <summary>When an order was wished for that is not answered; long ago for one that nobody wished for.</summary>
    public Timestamp IntendedAt(ClientOrderId id) => _intended.GetValueOrDefault(id, Timestamp.Epoch);

    public void Before(EngineEvent cause, long report)
    {
        switch (cause)
        {
            case EngineEvent.Account { Event: var told }:
                if (report > 0)
                {
                    _lastReports[told.Exchange.Value] = report;
                }

                Forget(told);
                break;
            case EngineEvent.TimerElapsed timer:
                _timers.Remove(timer);
                break;
        }
    }

    public void After(EngineEvent cause, in EngineStep step, Timestamp now)
    {
        // A fill that a query told comes once more as a report, and was settled once
        if (cause is EngineEvent.Account { Event: var told } && (told is not AccountEvent.Filled || step.IsNews))
        {
            _account?.Hear(told);
        }

        After(step, now);
    }

    public void After(in EngineStep step, Timestamp now)
    {
        foreach (var request in step.Requests)
        {
            switch (request)
            {
                case ExecutionRequest.Open:
                    _intended[request.Key.ClientOrderId] = now;
                    break;
                case ExecutionRequest.Cancel { Request: var cancel }:
                    _cancels[cancel.Key.ClientOrderId] = cancel;
                    break;
            }
        }

        foreach (var timer in step.Timers)
        {
            _timers.Add(timer);
        }
    }

    /// <summary>What the exchange has told once needs no second try.</summary>
    private void Forget(AccountEvent told)
    {
        switch (told)
        {
            case AccountEvent.OrderSnapshot { Order: { State: InactiveOrderState state } order }:
                if (state is not InactiveOrderState.OpenFailed { Error.LeavesOutcomeUnknown: true })
                {
                    _intended.Remove(order.Key.ClientOrderId);
                    _cancels.Remove(order.Key.ClientOrderId);
                }

                break;
            case AccountEvent.OrderSnapshot { Order: { State: ActiveOrderState { LastOpen: not null } } order }:
                _intended.Remove(order.Key.ClientOrderId);
                break;
            case AccountEvent.OrderCancelled { Response: { Error: not { LeavesOutcomeUnknown: true } } answer }:
                _cancels.Remove(answer.Key.ClientOrderId);
                break;
        }
    }
}
