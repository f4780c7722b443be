using System.Globalization;
using Barter.Configuration;
using Barter.MarketData;

namespace Barter.Benchmarks.Runs;

/// <summary><c>runs</c>: many runs over one shared day, with one job and with two.</summary>
internal static class RunsVerb
{
    private const int RunsUsual = 1_000;

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
        var runs = new ManyRuns(config, day, count);
        await runs.WarmUpAsync();
        var one = await runs.MeasureAsync(jobs: 1);
        var two = await runs.MeasureAsync(jobs: 2);
        Say("one job", one, day.Count);
        Say("two jobs", two, day.Count);
        Console.WriteLine(string.Create(
            null, $"2 jobs over 1          {one.Took / two.Took:F2}x, results {(one.Same(two) ? "equal" : "DIFFER")}"));
        return one.Same(two) ? 0 : 1;
    }

    private static void Say(string name, ManyRuns.Measured row, int events) => Console.WriteLine(string.Create(
        null,
        $"{name,-10} {row.Trials.Count / row.Took,8:N1} runs/s "
        + $"{row.Trials.Count * (double)events / row.Took,14:N0} events/s  "
        + $"kept {row.KeptKilobytes:N1} KB/run, peak {row.PeakBytes / 1024d / 1024d:N1} MB; "
        + $"last quarter at {row.LastQuarter:P0} of the first's rate"));
}
