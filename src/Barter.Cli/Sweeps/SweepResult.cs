using Barter.Backtest.Sweeps;
using Barter.Statistics;

namespace Barter.Cli.Sweeps;

/// <summary>What a sweep gave.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Interval">What ratios are stated for; the period of returns, if that is shorter than a day.</param>
/// <param name="Refused">Combinations that the strategy does not take.</param>
/// <param name="Space">All combinations there are.</param>
/// <param name="Ranked">Every trial over all the data, the best first; empty for a walk-forward.</param>
/// <param name="Verdict">Of all trials; none for a walk-forward.</param>
/// <param name="Folds">The windows of a walk-forward; empty otherwise.</param>
internal sealed record SweepResult(
    SweepRequest Request,
    ReturnInterval Interval,
    int Refused,
    SweepSpace Space,
    IReadOnlyList<SweepTrial> Ranked,
    SweepVerdict? Verdict,
    IReadOnlyList<WalkForwardFold> Folds)
{
    public IEnumerable<SweepTrial> Top => Ranked.Take(Request.Top);
}
