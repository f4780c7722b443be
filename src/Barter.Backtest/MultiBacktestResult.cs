namespace Barter.Backtest;

/// <summary>What a batch of runs gave.</summary>
/// <param name="Outcomes">One for each run, sorted by id (ordinal).</param>
/// <param name="Duration">Wall-clock time of the whole batch.</param>
public sealed record MultiBacktestResult(IReadOnlyList<BacktestOutcome> Outcomes, TimeSpan Duration)
{
    public int NumBacktests => Outcomes.Count;

    /// <summary>The results of those that succeeded, sorted by id.</summary>
    public IEnumerable<BacktestResult> Summaries => Outcomes.Select(outcome => outcome.Result).OfType<BacktestResult>();

    public IEnumerable<BacktestOutcome> Failures => Outcomes.Where(outcome => outcome.Failure is not null);
}
