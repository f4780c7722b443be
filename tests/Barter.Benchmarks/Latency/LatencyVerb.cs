using System.Globalization;
using Akka.Actor;
using Barter.Actors;
using Barter.Benchmarks.Actors;
using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Latency;

/// <summary><c>latency</c>: from a market event to the order that it leads to, in a whole session.</summary>
internal static class LatencyVerb
{
    private const int WarmUps = 12;
    private const int Repetitions = 48;
    private const double Seconds = 0.25;
    private const string Usage =
        """
        usage: latency [stream|iterator] [<rate>]
        Market events come on a fixed schedule and are measured from when they were due until the order that they lead
        to is sent; a tell and its answer on the same schedule are the baseline. Both feed modes at 10,000 and 100,000
        events a second take two minutes.
        example: dotnet run -c Release --project tests/Barter.Benchmarks -- latency iterator 10000
        """;

    private static readonly decimal[] Shares = [0.5m, 0.9m, 0.99m, 0.999m];
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    public static async Task<int> Run(string[] args)
    {
        var modes = Enum.GetValues<EngineFeedMode>().Where(mode => args.Contains(mode.ToWord())).ToArray();
        var rates = args.Where(word => int.TryParse(word, out var rate) && rate > 0).Select(int.Parse).ToArray();
        if (args.Length != modes.Length + rates.Length)
        {
            var isHelp = args.Contains("--help");
            (isHelp ? Console.Out : Console.Error).WriteLine(Usage);
            return isHelp ? 0 : 2;
        }

        modes = modes.Length > 0 ? modes : Enum.GetValues<EngineFeedMode>();
        rates = rates.Length > 0 ? rates : [10_000, 100_000];

        using var system = ActorSystem.Create("benchmarks", ActorsVerb.Quiet);
        var bare = new BareActors(system);
        Console.WriteLine($"us, median of {Repetitions} runs of {Seconds} s each; load {Report.Load()}");
        Print("", ["p50", "p90", "p99", "p99.9", "max", "count", "rate/s", "gc"]);
        foreach (var point in new[] { MeasurePoint.Sent })
        {
            foreach (var mode in modes)
            {
                foreach (var rate in rates)
                {
                    await CompareAsync(point, mode, Schedule.For(rate, Seconds), bare);
                }
            }
        }

        await system.Terminate();
        Console.WriteLine($"load {Report.Load()}");
        foreach (var mode in modes)
        {
            await RestAsync(mode);
        }

        return 0;
    }

    /// <summary>In turns, so that a busy moment of the machine hits both.</summary>
    private static async Task CompareAsync(MeasurePoint point, EngineFeedMode mode, Schedule schedule, BareActors bare)
    {
        await using var session = await MeasuredSession.StartAsync(mode, point);
        for (var at = 0; at < WarmUps; at++)
        {
            await session.RunAsync(schedule);
            await bare.RunAsync(schedule);
        }

        List<(Repetition Session, Repetition Bare)> runs = [];
        for (var at = 0; at < Repetitions; at++)
        {
            runs.Add((await session.RunAsync(schedule), await bare.RunAsync(schedule)));
        }

        var rate = schedule.Rate.ToString("N0", CultureInfo.InvariantCulture);
        PrintMedian($"tick to {point.Name}, {mode.ToWord()}, {rate}/s", [.. runs.Select(run => run.Session)]);
        PrintMedian("  baseline: tell and answer", [.. runs.Select(run => run.Bare)]);
        Print("  ratio", Shares.Select(share => Text(Rounds.Median(
            [.. runs.Select(run => run.Session.Micros(share) / run.Bare.Micros(share))]), "N2")));

        // Chosen by the baseline: the best runs by themselves would say more of luck than of the machine
        var quiet = runs.OrderBy(run => run.Bare.Micros(0.99m)).Take(Repetitions / 4).ToArray();
        Print("  quietest quarter of the runs", Repetition.Merge([.. quiet.Select(run => run.Session)]));
        Print("  the same of the baseline", Repetition.Merge([.. quiet.Select(run => run.Bare)]));
    }

    private static async Task RestAsync(EngineFeedMode mode)
    {
        await using var session = await MeasuredSession.StartAsync(mode, MeasurePoint.Sent);
        await session.RunAsync(Schedule.For(rate: 1_000, seconds: 1));

        // What ran before may still be at the collector's and the compiler's hands, and desks look for lost reports
        GC.Collect();
        await Task.Delay(Idle + Idle);
        var before = Environment.CpuUsage.TotalTime;
        await Task.Delay(Idle);
        var used = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"a session at rest for 2 s, {mode.ToWord()}: {used:N1} ms CPU"));
    }

    private static void PrintMedian(string name, IReadOnlyCollection<Repetition> runs) => Print(
        name,
        [
            .. Shares.Select(share => Text(Rounds.Median([.. runs.Select(run => run.Micros(share))]))),
            Text(Rounds.Median([.. runs.Select(run => run.Max)])),
            Text(runs.Sum(run => run.Nanos.Count), "N0"),
            Text(Rounds.Median([.. runs.Select(run => run.Rate)]), "N0"),
            Text(runs.Sum(run => run.Collections), "N0"),
        ]);

    private static void Print(string name, Repetition run) => Print(
        name,
        [
            .. Shares.Select(share => Text(run.Micros(share))),
            Text(run.Max),
            Text(run.Nanos.Count, "N0"),
            Text(run.Rate, "N0"),
            Text(run.Collections, "N0"),
        ]);

    private static string Text(double figure, string format = "N1") =>
        figure.ToString(format, CultureInfo.InvariantCulture);

    private static void Print(string name, IEnumerable<string> cells) =>
        Console.WriteLine($"{name,-38}{string.Concat(cells.Select(cell => $"{cell,10}"))}");
}
