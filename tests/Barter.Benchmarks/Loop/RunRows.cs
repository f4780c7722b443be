using Barter.Benchmarks.Measuring;
using Barter.Benchmarks.Runs;

namespace Barter.Benchmarks.Loop;

/// <summary>The rows of many runs over one shared day; by the clock, as two cores are what it is about.</summary>
internal static class RunRows
{
    private const int Runs = 1_000;
    private const int EventsToDay = 100;
    private const double KilobytesMax = 256;
    private const double GainMin = 1.85;

    public static async Task<Row[]> MeasureAsync(int events, int turns)
    {
        var day = LoopDay.Of(Math.Max(1, events / EventsToDay));
        var runs = new ManyRuns(LoopDay.Config, day, Math.Min(Runs, events / EventsToDay));
        await runs.WarmUpAsync();
        var (ones, twos) = (new List<ManyRuns.Measured>(), new List<ManyRuns.Measured>());
        for (var turn = 0; turn < turns; turn++)
        {
            ones.Add(await runs.MeasureAsync(jobs: 1));
            twos.Add(await runs.MeasureAsync(jobs: 2));
            Mismatch.Refuse(true, ones[turn].Same(twos[turn]) && ones[turn].Same(ones[0]));
        }

        var gain = Median(Enumerable.Range(0, turns).Select(turn => ones[turn].Took / twos[turn].Took));
        var kept = Median(twos.Select(row => row.KeptKilobytes));
        var flat = Median(twos.Select(row => row.LastQuarter));
        return
        [
            Rate("runs, one job", ones),
            Rate("runs, two jobs", twos) with
            {
                Note = string.Create(null, $"last quarter at {flat:P0} of the first's rate"),
            },
            new Row("two jobs over one", gain, "x") { Target = $"{GainMin} x", IsMet = gain >= GainMin },
            new Row("kept of a run", kept, "KB") { Target = $"at most {KilobytesMax}", IsMet = kept <= KilobytesMax },
        ];
    }

    private static Row Rate(string name, List<ManyRuns.Measured> turns) =>
        new(name, Median(turns.Select(row => row.Trials.Count / row.Took)), "runs/s");

    private static double Median(IEnumerable<double> values) => Rounds.Median([.. values]);
}
