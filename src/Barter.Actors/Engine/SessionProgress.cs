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

    /// <summary>What simulated exchanges told of their accounts; none where nothing is to outlive the process.</summary>
    private readonly HeardAccount? _account =
        plan.Options.Journal is null ? null : new HeardAccount(plan.Catalog);

    /// <summary>How many events of the recording were told or made way.</summary>
    public long MarketPosition { get; set; }

    /// <summary>When the strategy wishes to be woken.</summary>
    public IReadOnlyList<EngineEvent.TimerElapsed> Timers => _timers;

    public HeardAccount? Account => _account;

    /// <summary>The number of the last report of an exchange.</summary>
    public long LastReport(ExchangeIndex exchange) => _lastReports[exchange.Value];

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
                _account?.Hear(told);
                break;
            case EngineEvent.TimerElapsed timer:
                _timers.Remove(timer);
                break;
        }
    }

    public void After(in EngineStep step, Timestamp now)
    {
        foreach (var request in step.Requests)
        {
            if (request is ExecutionRequest.Open)
            {
                _intended[request.Key.ClientOrderId] = now;
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
            case AccountEvent.OrderSnapshot { Order: { State: not InactiveOrderState.OpenFailed } order }:
                _intended.Remove(order.Key.ClientOrderId);
                break;
            case AccountEvent.OrderSnapshot { Order: { State: InactiveOrderState.OpenFailed failed } order }
                when !failed.Error.LeavesOutcomeUnknown:
                _intended.Remove(order.Key.ClientOrderId);
                break;
            case AccountEvent.OrderCancelled { Response: { Error: null } response }:
                _intended.Remove(response.Key.ClientOrderId);
                break;
        }
    }
}
