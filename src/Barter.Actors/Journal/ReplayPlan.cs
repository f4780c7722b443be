using Barter.Actors.Settings;
using Barter.Execution.Exchanges;

namespace Barter.Actors.Journal;

/// <summary>Makes of what a journal tells what a core is made of.</summary>
internal static class ReplayPlan
{
    /// <exception cref="SessionRecoveryException">The strategy cannot be made.</exception>
    public static SessionPlan Of(JournalPlan plan, ReplayOptions options, long entry)
    {
        var make = options.Strategy ?? (found => found.ShippedStrategy());
        Func<IExecutionClient> nowhere = () => throw new InvalidOperationException("a replay sends nothing");
        try
        {
            make(plan);
        }
        catch (FormatException unknown)
        {
            throw new SessionRecoveryException(
                $"session {plan.Session} was made with strategy "
                + $"{string.Join(' ', [plan.Strategy, .. plan.Parameters])}, which this program does not have: "
                + unknown.Message,
                entry,
                unknown);
        }

        return new SessionPlan(
            plan.Config,
            new TradingSystemOptions
            {
                Session = plan.Session,
                TradingEnabled = plan.TradingEnabled,
                Strategy = () => make(plan),
                Risk = options.Risk,
                RiskFreeReturn = plan.RiskFreeReturn,
                SummaryInterval = plan.Interval,
                Executions = plan.Remotes.ToDictionary(exchange => exchange, _ => nowhere),
                Journal = new JournalSettings(_ => throw new InvalidOperationException("a replay keeps nothing"), "")
                {
                    Strategy = plan.Strategy,
                    Parameters = plan.Parameters,
                },
            },
            SessionSettings.Of(SessionSettings.Reference));
    }
}
