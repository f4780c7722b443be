using System.Diagnostics;
using Barter.Backtest;
using Barter.Backtest.Sweeps;
using Barter.Configuration;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Benchmarks.Runs;

/// <summary>Runs of one strategy with many parameters over one day that they share.</summary>
internal sealed class ManyRuns(SystemConfig config, InMemoryMarketData day, int count)
{
    private const int WarmUp = 100;

    private readonly BacktestArgsConstant _constant = new(config, day, ReturnInterval.Duration(TimeSpan.FromHours(1)));
    private readonly IReadOnlyList<ValueList<string>> _combinations =
        new SweepSpace([ParameterRange.Parse("fast=5..44"), ParameterRange.Parse("slow=50..290:5")])
            .Random(count, seed: 1);

    public Task WarmUpAsync() => MeasureAsync([.. _combinations.Take(WarmUp)], jobs: 2);

    /// <summary>All of them, so many at a time.</summary>
    public Task<Measured> MeasureAsync(int jobs) => MeasureAsync(_combinations, jobs);

    private async Task<Measured> MeasureAsync(IReadOnlyList<ValueList<string>> combinations, int jobs)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var ends = new long[combinations.Count];
        var (done, peak) = (0, 0L);
        var began = Stopwatch.GetTimestamp();
        var trials = await Sweep.RunAsync(
            _constant,
            combinations,
            row => new BacktestArgsDynamic("runs", 0.05m, () => ShippedStrategies.Create("ema-cross", row)),
            jobs,
            _ =>
            {
                ends[Interlocked.Increment(ref done) - 1] = Stopwatch.GetTimestamp();
                InterlockedMax(ref peak, GC.GetTotalMemory(forceFullCollection: false) - before);
            });
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        var quarter = ends.Length / 4;
        var share = quarter == 0
            ? 1d
            : (double)(ends[quarter] - ends[0]) / Math.Max(1, ends[^1] - ends[^(quarter + 1)]);
        return new Measured(trials, took, kept, peak, share);
    }

    private static void InterlockedMax(ref long place, long value)
    {
        var known = Volatile.Read(ref place);
        while (value > known)
        {
            var seen = Interlocked.CompareExchange(ref place, value, known);
            if (seen == known)
            {
                return;
            }

            known = seen;
        }
    }

    /// <summary>What the runs gave.</summary>
    /// <param name="Trials">The result of each.</param>
    /// <param name="Took">Seconds in all.</param>
    /// <param name="KeptBytes">What is held after all of them, results included.</param>
    /// <param name="PeakBytes">The most that was in use at the end of any, garbage included.</param>
    /// <param name="LastQuarter">The rate of the last quarter as a share of that of the first.</param>
    public sealed record Measured(
        IReadOnlyList<SweepTrial> Trials, double Took, long KeptBytes, long PeakBytes, double LastQuarter)
    {
        public double KeptKilobytes => KeptBytes / 1024d / Trials.Count;

        public bool Same(Measured other) => Trials.SequenceEqual(other.Trials);
    }
}
