using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Loop;

/// <summary>From the start of a published <c>barter backtest</c> of a minute to its end, by the clock.</summary>
internal static class StartRow
{
    private const double SecondsMax = 0.25;

    public static async Task<Row[]> MeasureAsync(string? barter, int turns)
    {
        var folder = Directory.CreateTempSubdirectory("barter-start-");
        try
        {
            var program = barter ?? await PublishAsync(folder.FullName);
            var seconds = new double[turns];
            await StartAsync(program);
            for (var turn = 0; turn < turns; turn++)
            {
                seconds[turn] = await StartAsync(program);
            }

            var median = Rounds.Median(seconds);
            return
            [
                new Row("start of barter backtest", median, "s")
                {
                    Target = $"at most {SecondsMax} s",
                    IsMet = median <= SecondsMax,
                    Note = string.Create(null, $"quickest {seconds.Min():N2} s"),
                },
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> PublishAsync(string folder)
    {
        await RunAsync(
            "dotnet", "publish", Repository.PathOf("src/Barter.Cli"), "-c", "Release", "-o", folder,
            "-nologo", "-v", "q");
        return Path.Combine(folder, "barter");
    }

    private static Task<double> StartAsync(string program) => RunAsync(
        program, "backtest", "--config", Repository.PathOf("data/config/spot.json"),
        "--market-data", Repository.PathOf("data/markets/short.jsonl"), "--strategy", "buy-and-hold");

    private static async Task<double> RunAsync(string program, params string[] args)
    {
        var ran = await Child.RunAsync(program, args);
        return ran.Code == 0
            ? ran.Seconds
            : throw new InvalidOperationException($"{program} {string.Join(' ', args)} failed:\n{ran.Said}");
    }
}
