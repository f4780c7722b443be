using System.Globalization;
using Akka.Actor;
using Barter.Actors;
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
        usage: latency [journal] [stream|iterator] [<rate>]
        Market events come on a fixed schedule and are measured from when they were due until the order that they lead
        to is sent; a tell and its answer on the same schedule are the baseline. Both feed modes at 10,000 and 100,000
        events a second take two minutes. With a journal each order is durable before it is sent, and the baseline is
        the disk's own fsync for all that wait on the same schedule; 'journal' measures that only.
        example: dotnet run -c Release --project tests/Barter.Benchmarks -- latency iterator 10000
        """;

    private static readonly decimal[] Shares = [0.5m, 0.9m, 0.99m, 0.999m];
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    public static async Task<int> Run(string[] args)
    {
        var modes = Enum.GetValues<EngineFeedMode>().Where(mode => args.Contains(mode.ToWord())).ToArray();
        var rates = args.Where(word => int.TryParse(word, out var rate) && rate > 0).Select(int.Parse).ToArray();
        var isDurable = args.Contains("journal");
        if (args.Length != modes.Length + rates.Length + (isDurable ? 1 : 0))
        {
            var isHelp = args.Contains("--help");
            (isHelp ? Console.Out : Console.Error).WriteLine(Usage);
            return isHelp ? 0 : 2;
        }

        modes = modes.Length > 0 ? modes : Enum.GetValues<EngineFeedMode>();
        rates = rates.Length > 0 ? rates : [10_000, 100_000];

        Console.WriteLine($"us, median of {Repetitions} runs of {Seconds} s each; load {Report.Load()}");
        Print("", ["p50", "p90", "p99", "p99.9", "max", "count", "rate/s", "gc"]);
        if (!isDurable)
        {
            await BareAsync(modes, rates);
        }

        await DurableAsync(modes, rates[0]);
        Console.WriteLine($"load {Report.Load()}");
        foreach (var mode in isDurable ? [] : modes)
        {
            await RestAsync(mode);
        }

        return 0;
    }

    private static async Task BareAsync(EngineFeedMode[] modes, int[] rates)
    {
        using var system = ActorSystem.Create("benchmarks", BareActors.Settings);
        foreach (var mode in modes)
        {
            var bare = new BareActors(system, mode);
            foreach (var rate in rates)
            {
                var schedule = Schedule.For(rate, Seconds);
                await using var session = await MeasuredSession.StartAsync(mode, MeasurePoint.Sent);
                await CompareAsync(
                    $"tick to sent, {Text(mode, rate)}", () => session.RunAsync(schedule),
                    "tell and answer", () => bare.RunAsync(schedule));
            }
        }

        await system.Terminate();
    }

    private static async Task DurableAsync(EngineFeedMode[] modes, int rate)
    {
        var place = Path.Combine(Path.GetTempPath(), $"barter-latency-{Environment.ProcessId}");
        try
        {
            using var bare = new BareDisk(Path.Combine(place, "bare"));
            foreach (var mode in modes)
            {
                var schedule = Schedule.For(rate, Seconds);
                await using var session = await MeasuredSession.StartAsync(
                    mode, MeasurePoint.Sent, Path.Combine(place, mode.ToWord()));
                await CompareAsync(
                    $"tick, durable, sent, {Text(mode, rate)}", () => session.RunAsync(schedule),
                    "128 B and fsync for all", () => bare.RunAsync(schedule));
                PrintMedian("  one fsync by itself", [.. bare.Syncs.TakeLast(Repetitions)]);
            }
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    /// <summary>In turns, so that a busy moment of the machine hits both.</summary>
    private static async Task CompareAsync(
        string name, Func<Task<Repetition>> measure, string baseline, Func<Task<Repetition>> measureBaseline)
    {
        for (var at = 0; at < WarmUps; at++)
        {
            await measure();
            await measureBaseline();
        }

        List<(Repetition Session, Repetition Bare)> runs = [];
        for (var at = 0; at < Repetitions; at++)
        {
            runs.Add((await measure(), await measureBaseline()));
        }

        PrintMedian(name, [.. runs.Select(run => run.Session)]);
        PrintMedian($"  baseline: {baseline}", [.. runs.Select(run => run.Bare)]);
        Print("  ratio", Shares.Select(share => Text(Rounds.Median(
            [.. runs.Select(run => run.Session.Micros(share) / run.Bare.Micros(share))]), "N2")));

        Print("  all runs as one", Repetition.Merge([.. runs.Select(run => run.Session)]));
        Print("  the same of the baseline", Repetition.Merge([.. runs.Select(run => run.Bare)]));

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

    private static string Text(EngineFeedMode mode, int rate) =>
        string.Create(CultureInfo.InvariantCulture, $"{mode.ToWord()}, {rate:N0}/s");

    private static string Text(double figure, string format = "N1") =>
        figure.ToString(format, CultureInfo.InvariantCulture);

    private static void Print(string name, IEnumerable<string> cells) =>
        Console.WriteLine($"{name,-38}{string.Concat(cells.Select(cell => $"{cell,10}"))}");
}
