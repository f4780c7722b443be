using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Latency;

/// <summary>What one run through a schedule took.</summary>
/// <param name="Nanos">Nanoseconds, of each measured event.</param>
/// <param name="Rate">Events a second that were sent, measured or not.</param>
/// <param name="Collections">How often the garbage collector ran meanwhile.</param>
internal sealed record Repetition(LatencyHistogram Nanos, double Rate, int Collections)
{
    private const double Micro = 1_000;

    public double Max => Nanos.Max / Micro;

    /// <summary>All of them as if they were one.</summary>
    public static Repetition Merge(IReadOnlyCollection<Repetition> all)
    {
        var nanos = new LatencyHistogram();
        foreach (var one in all)
        {
            nanos.Add(one.Nanos);
        }

        return new Repetition(nanos, all.Average(one => one.Rate), all.Sum(one => one.Collections));
    }

    /// <summary>Microseconds that a share of the events did not exceed.</summary>
    public double Micros(decimal share) => Nanos.Percentile(share) / Micro;
}
