using System.Diagnostics;
using System.Globalization;
using Barter.Backtest;
using Barter.Backtest.Sweeps;
using Barter.Configuration;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Benchmarks.Runs;

/// <summary><c>runs</c>: many runs over one shared day, with one job and with two.</summary>
internal static class RunsVerb
{
    private const int RunsUsual = 1_000;
    private const int WarmUp = 100;

    public static async Task<int> Run(string[] args)
    {
        if (args is not [var configPath, var dataPath, .. var more] || more.Length > 1)
        {
            Console.Error.WriteLine(
                """
                usage: runs CONFIG DATA [RUNS]
                example: dotnet run -c Release --project tests/Barter.Benchmarks -- \
                  runs data/config/spot.json data/markets/day.json.gz
                """);
            return 2;
        }

        var count = more is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : RunsUsual;
        var config = SystemConfig.Load(configPath);
        var day = InMemoryMarketData.Load(new RecordedMarketData(dataPath, config.BuildCatalog()));
        var constant = new BacktestArgsConstant(config, day, ReturnInterval.Duration(TimeSpan.FromHours(1)));
        var combinations = new SweepSpace([ParameterRange.Parse("fast=5..44"), ParameterRange.Parse("slow=50..290:5")])
            .Random(count, seed: 1);
        await MeasureAsync(constant, [.. combinations.Take(WarmUp)], jobs: 2);

        var one = await MeasureAsync(constant, combinations, jobs: 1);
        var two = await MeasureAsync(constant, combinations, jobs: 2);
        Say("one job", one, day.Count);
        Say("two jobs", two, day.Count);
        Console.WriteLine(string.Create(
            null, $"2 jobs over 1          {one.Took / two.Took:F2}x, results {(one.Same(two) ? "equal" : "DIFFER")}"));
        return one.Same(two) ? 0 : 1;
    }

    private static void Say(string name, Measured row, int events) => Console.WriteLine(string.Create(
        null,
        $"{name,-10} {row.Trials.Count / row.Took,8:N1} runs/s "
        + $"{row.Trials.Count * (double)events / row.Took,14:N0} events/s  "
        + $"kept {row.KeptBytes / 1024d / row.Trials.Count:N1} KB/run, peak {row.PeakBytes / 1024d / 1024d:N1} MB; "
        + $"last quarter at {row.LastQuarter:P0} of the first's rate"));

    private static async Task<Measured> MeasureAsync(
        BacktestArgsConstant constant, IReadOnlyList<ValueList<string>> combinations, int jobs)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var ends = new long[combinations.Count];
        var (done, peak) = (0, 0L);
        var began = Stopwatch.GetTimestamp();
        var trials = await Sweep.RunAsync(
            constant,
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

    private sealed record Measured(
        IReadOnlyList<SweepTrial> Trials, double Took, long KeptBytes, long PeakBytes, double LastQuarter)
    {
        public bool Same(Measured other) => Trials.SequenceEqual(other.Trials);
    }
}
