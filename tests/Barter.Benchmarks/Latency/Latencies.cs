using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Latency;

/// <summary>What one run took, in microseconds.</summary>
/// <param name="P50">What half of them did not exceed.</param>
/// <param name="P90">What 90 % did not exceed.</param>
/// <param name="P99">What 99 % did not exceed.</param>
/// <param name="P999">What 99.9 % did not exceed.</param>
/// <param name="Max">The longest.</param>
/// <param name="Count">How many were measured.</param>
/// <param name="Rate">Events a second that were sent, measured or not.</param>
/// <param name="Collections">How often the garbage collector ran meanwhile.</param>
internal sealed record Latencies(
    double P50, double P90, double P99, double P999, double Max, long Count, double Rate, int Collections)
{
    private const double Micro = 1_000;

    public static Latencies Of(LatencyHistogram nanos, double rate, int collections) => new(
        nanos.Percentile(0.5m) / Micro,
        nanos.Percentile(0.9m) / Micro,
        nanos.Percentile(0.99m) / Micro,
        nanos.Percentile(0.999m) / Micro,
        nanos.Max / Micro,
        nanos.Count,
        rate,
        collections);

    /// <summary>The median of each figure; of the longest the longest, and the sum of what is counted.</summary>
    public static Latencies Median(IReadOnlyCollection<Latencies> runs) => new(
        Of(runs, run => run.P50),
        Of(runs, run => run.P90),
        Of(runs, run => run.P99),
        Of(runs, run => run.P999),
        runs.Max(run => run.Max),
        runs.Sum(run => run.Count),
        Of(runs, run => run.Rate),
        runs.Sum(run => run.Collections));

    private static double Of(IEnumerable<Latencies> runs, Func<Latencies, double> figure) =>
        Rounds.Median([.. runs.Select(figure)]);
}
