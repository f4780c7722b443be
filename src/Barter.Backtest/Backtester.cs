using System.Diagnostics;
using Barter.Engine;
using Barter.MarketData;

namespace Barter.Backtest;

/// <summary>Runs strategies over recorded market data, in virtual time.</summary>
public static class Backtester
{
    /// <summary>Runs once, on a thread of the pool.</summary>
    /// <exception cref="MarketDataException">The data is missing, broken or has no events.</exception>
    /// <exception cref="BacktestException">The run could not go on.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Task<BacktestResult> RunAsync(
        BacktestArgsConstant constant,
        BacktestArgsDynamic dynamic,
        IProgress<BacktestProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        Task.Run(() => Run(constant, dynamic, progress, cancellationToken), cancellationToken);

    /// <summary>Runs once, on the caller's thread.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public static BacktestResult Run(
        BacktestArgsConstant constant,
        BacktestArgsDynamic dynamic,
        IProgress<BacktestProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        Run(constant, dynamic, started: null, progress, cancellationToken);

    /// <summary>Runs once, and shows the state before the first step.</summary>
    internal static BacktestResult Run(
        BacktestArgsConstant constant,
        BacktestArgsDynamic dynamic,
        Action<EngineState>? started,
        IProgress<BacktestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(constant);
        ArgumentNullException.ThrowIfNull(dynamic);
        var events = 0L;
        var run = new BacktestRun(constant, dynamic, started, cancellationToken);
        return run.Run(progress is null ? null : (stream, count) =>
        {
            events += count;
            progress.Report(new BacktestProgress(stream.Progress, events, 0, 1));
        });
    }

    /// <summary>Runs many times at once, all over the same data. A run that fails does not spoil the others.</summary>
    /// <param name="constant">What the runs share.</param>
    /// <param name="dynamics">One for each run; ids must differ.</param>
    /// <param name="parallelism">How many at once; all cores where it is left out.</param>
    /// <param name="progress">Told as runs go on and end; from any thread.</param>
    /// <param name="cancellationToken">Ends all runs.</param>
    /// <exception cref="ArgumentException">There is no run, or two have one id.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task<MultiBacktestResult> RunManyAsync(
        BacktestArgsConstant constant,
        IReadOnlyList<BacktestArgsDynamic> dynamics,
        int? parallelism = null,
        IProgress<BacktestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(constant);
        RefuseBadIds(dynamics);
        var watch = Stopwatch.StartNew();
        var outcomes = new BacktestOutcome[dynamics.Count];
        var done = 0;
        var events = 0L;
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = parallelism ?? Environment.ProcessorCount,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForAsync(0, dynamics.Count, options, (index, token) =>
        {
            outcomes[index] = Try(constant, dynamics[index], count => Interlocked.Add(ref events, count), token);
            var ended = Interlocked.Increment(ref done);
            progress?.Report(new BacktestProgress(
                (double)ended / dynamics.Count, Interlocked.Read(ref events), ended, dynamics.Count));
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        Array.Sort(outcomes, (left, right) => string.CompareOrdinal(left.Id, right.Id));
        return new MultiBacktestResult(outcomes, watch.Elapsed);
    }

    /// <summary>Runs once, and takes whatever ends the run for its outcome.</summary>
    internal static BacktestOutcome Try(
        BacktestArgsConstant constant, BacktestArgsDynamic dynamic, Action<int> count, CancellationToken cancellation)
    {
        try
        {
            var result = new BacktestRun(constant, dynamic, null, cancellation).Run((_, events) => count(events));
            return new BacktestOutcome(dynamic.Id, result, null);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever ends one run is its outcome; the others go on
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new BacktestOutcome(dynamic.Id, null, exception);
        }
    }

    private static void RefuseBadIds(IReadOnlyList<BacktestArgsDynamic> dynamics)
    {
        if (dynamics.Count == 0)
        {
            throw new ArgumentException("there is no run to make", nameof(dynamics));
        }

        var twice = dynamics.GroupBy(row => row.Id, StringComparer.Ordinal).FirstOrDefault(rows => rows.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException(
                $"{twice.Count()} runs have the id '{twice.Key}'; give each its own", nameof(dynamics));
        }
    }
}
