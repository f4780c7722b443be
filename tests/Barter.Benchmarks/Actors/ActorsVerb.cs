using Akka.Actor;
using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Actors;

/// <summary><c>actors</c>: the figures of the actor runtime that the program was compiled against.</summary>
internal static class ActorsVerb
{
    public const string Quiet = "akka { loglevel = OFF, stdout-loglevel = OFF }";

    public static async Task<int> Run(string[] args)
    {
        if (args.Except(["--json"]).Any())
        {
            var isHelp = args.Contains("--help");
            (isHelp ? Console.Out : Console.Error).WriteLine(
                """
                usage: actors [--json]
                Each row is the median of several rounds after a warm-up; the ratio is to the baseline named beside it,
                taken in turns with it in the same run.
                example: dotnet run -c Release --project tests/Barter.Benchmarks -- actors
                """);
            return isHelp ? 0 : 2;
        }

        using var system = ActorSystem.Create("benchmarks", Quiet);
        List<Row> rows =
        [
            await Telling.MeasureAsync(system),
            await new PingPong(system, pairs: 1, inFlight: 1).MeasureAsync(),
            await new PingPong(system, pairs: 8, inFlight: 16).MeasureAsync(),
            .. await Asking.MeasureAsync(system),
            await FanOut.MeasureAsync(system),
            await Lives.MeasureAsync(system),
            await Lives.MeasureHeldAsync(system),
            await Idleness.MeasureAsync(system),
        ];
        await system.Terminate();

        var assembly = typeof(ActorSystem).Assembly.GetName();
        Report.Print(Console.Out, rows, $"{assembly.Name} {assembly.Version?.ToString(3)}", args.Contains("--json"));
        return 0;
    }
}
