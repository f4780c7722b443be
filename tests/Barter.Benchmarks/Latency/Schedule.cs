using System.Diagnostics;

namespace Barter.Benchmarks.Latency;

/// <summary>When each event of a run is to happen, whatever became of those before it.</summary>
/// <param name="Rate">Events a second.</param>
/// <param name="Events">How many.</param>
/// <param name="Every">The first event is measured and then each so many-th.</param>
internal sealed record Schedule(int Rate, int Events, int Every)
{
    public int Measured => ((Events - 1) / Every) + 1;

    /// <summary>A run of a length at a rate, in which two thousand events a second are measured.</summary>
    public static Schedule For(int rate, double seconds) => new(rate, (int)(rate * seconds), Math.Max(rate / 2_000, 1));

    /// <summary>The clock's ticks from the start until an event is due.</summary>
    public long TicksTo(long number) => number * Stopwatch.Frequency / Rate;

    public bool IsMeasured(long number) => number % Every == 0;
}
