using System.Diagnostics;

namespace Barter.Benchmarks.Measuring;

/// <summary>Takes the time of rounds.</summary>
/// <param name="WarmUps">Rounds that do not count.</param>
/// <param name="Measured">Rounds of which the median counts.</param>
/// <param name="Clock">What is taken for the time: a clock, or how long the process had a processor.</param>
internal sealed record Rounds(int WarmUps, int Measured, Func<TimeSpan> Clock)
{
    /// <summary>Time as people see it.</summary>
    public static readonly Rounds ByClock = new(4, 7, () => Stopwatch.GetElapsedTime(0));

    /// <summary>What others do on the machine counts little; for work that keeps one thread busy.</summary>
    public static readonly Rounds ByProcessor = ByClock with { Clock = () => Environment.CpuUsage.TotalTime };

    /// <summary>Measures work and its baseline in turns, so that a busy moment of the machine hits both.</summary>
    public static async Task<Row> CompareAsync(string name, Work work, string baselineName, Work baseline) =>
        (await ByClock.InTurnsAsync((baselineName, baseline), (name, work)))[1];

    public static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    /// <summary>Measures works in turns; the first is what the others are compared to.</summary>
    public async Task<Row[]> InTurnsAsync(params (string Name, Work Work)[] works)
    {
        for (var round = 0; round < WarmUps; round++)
        {
            foreach (var (_, work) in works)
            {
                await work.Round();
            }
        }

        var (rates, bytes) = (new double[works.Length, Measured], new double[works.Length, Measured]);
        for (var round = 0; round < Measured; round++)
        {
            for (var i = 0; i < works.Length; i++)
            {
                (rates[i, round], bytes[i, round]) = await TimeAsync(works[i].Work);
            }
        }

        return [.. works.Select((row, i) => new Row(
            row.Name, MedianOf(round => rates[i, round]), "/s", MedianOf(round => bytes[i, round]),
            MedianOf(round => rates[i, round] / rates[0, round]), works[0].Name))];
    }

    private double MedianOf(Func<int, double> value) => Median([.. Enumerable.Range(0, Measured).Select(value)]);

    private async Task<(double Rate, double Bytes)> TimeAsync(Work work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var start = Clock();
        await work.Round();
        var seconds = (Clock() - start).TotalSeconds;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return (work.Operations / seconds, (double)allocated / work.Operations);
    }
}
