using Barter.Engine.Risk;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Backtest;

/// <summary>What is particular to one run.</summary>
public sealed record BacktestArgsDynamic
{
    /// <param name="id">Names the run and its session; part of every client order id.</param>
    /// <param name="riskFreeReturn">A year's return without risk, as a fraction: 0.05 is 5 %.</param>
    /// <param name="strategy">Makes the strategy, fresh for every run; none sends no orders.</param>
    /// <param name="risk">Makes the risk policy, fresh for every run; none enforces the configured limits.</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    public BacktestArgsDynamic(
        string id, decimal riskFreeReturn, Func<IStrategy>? strategy = null, Func<IRiskPolicy>? risk = null)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            throw new ArgumentException("id must not be empty", nameof(id));
        }

        (Id, RiskFreeReturn, Strategy, Risk) = (id.Trim(), riskFreeReturn, strategy, risk);
    }

    public string Id { get; }

    public decimal RiskFreeReturn { get; }

    public Func<IStrategy>? Strategy { get; }

    /// <summary>What the strategy was made with, each <c>name=value</c>; only told on in the result.</summary>
    public ValueList<string> Parameters { get; init; } = [];

    public Func<IRiskPolicy>? Risk { get; }
}
