using System.Diagnostics;

namespace Barter.Benchmarks.Measuring;

/// <summary>Takes the time of rounds.</summary>
internal static class Rounds
{
    private const int WarmUps = 4;
    private const int Measured = 7;

    /// <summary>Measures work and its baseline in turns, so that a busy moment of the machine hits both.</summary>
    public static async Task<Row> CompareAsync(string name, Work work, string baselineName, Work baseline)
    {
        for (var round = 0; round < WarmUps; round++)
        {
            await work.Round();
            await baseline.Round();
        }

        var (rates, bytes, ratios) = (new double[Measured], new double[Measured], new double[Measured]);
        for (var round = 0; round < Measured; round++)
        {
            (rates[round], bytes[round]) = await TimeAsync(work);
            var (baselineRate, _) = await TimeAsync(baseline);
            ratios[round] = rates[round] / baselineRate;
        }

        return new Row(name, Median(rates), "/s", Median(bytes), Median(ratios), baselineName);
    }

    public static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    private static async Task<(double Rate, double Bytes)> TimeAsync(Work work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        await work.Round();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return (work.Operations / seconds, (double)allocated / work.Operations);
    }
}
