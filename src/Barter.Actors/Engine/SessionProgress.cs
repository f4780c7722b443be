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

    public void Before(EngineEvent cause, long report)
    {
        switch (cause)
        {
            case EngineEvent.Account { Event: var told }:
                if (report > 0)
                {
                    _lastReports[told.Exchange.Value] = report;
                }

                _account?.Hear(told);
                break;
            case EngineEvent.TimerElapsed timer:
                _timers.Remove(timer);
                break;
        }
    }

    public void After(in EngineStep step)
    {
        foreach (var timer in step.Timers)
        {
            _timers.Add(timer);
        }
    }
}
