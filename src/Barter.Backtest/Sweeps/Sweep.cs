using Barter.Model;

namespace Barter.Backtest.Sweeps;

/// <summary>Many runs of one strategy over the same data, in so many threads as one likes.</summary>
public static class Sweep
{
    /// <summary>Runs them all; a run that fails does not spoil the others.</summary>
    /// <param name="constant">What the runs share; its data had better lie in memory.</param>
    /// <param name="combinations">The parameters of each run.</param>
    /// <param name="run">Makes the arguments of a run of its parameters.</param>
    /// <param name="jobs">How many at once.</param>
    /// <param name="done">Told of each run as it ends; from any thread, in any order.</param>
    /// <param name="cancellationToken">Ends all runs.</param>
    /// <returns>One trial for each combination, in their order: the same whatever the number of jobs.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<IReadOnlyList<SweepTrial>> RunAsync(
        BacktestArgsConstant constant,
        IReadOnlyList<ValueList<string>> combinations,
        Func<ValueList<string>, BacktestArgsDynamic> run,
        int jobs,
        Action<SweepTrial>? done = null,
        CancellationToken cancellationToken = default)
    {
        var trials = new SweepTrial[combinations.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, trials.Length, options, (index, token) =>
        {
            var outcome = Backtester.Try(constant, run(combinations[index]), static _ => { }, token);
            trials[index] = SweepTrial.Of(combinations[index], outcome);
            done?.Invoke(trials[index]);
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        return trials;
    }

    /// <summary>The best first; what has no score comes last, and what has the same stays in order.</summary>
    public static IReadOnlyList<SweepTrial> Ranked(IEnumerable<SweepTrial> trials, SweepRank rank) =>
        [.. trials.OrderByDescending(trial => trial.Score(rank).HasValue).ThenByDescending(trial => trial.Score(rank))];
}
