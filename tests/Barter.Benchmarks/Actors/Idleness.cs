using Akka.Actor;
using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Actors;

/// <summary>What a system costs that has nothing to do.</summary>
internal static class Idleness
{
    private const int Actors = 1_000;

    private static readonly TimeSpan Span = TimeSpan.FromSeconds(2);

    public static async Task<Row> MeasureAsync(ActorSystem system)
    {
        var counter = Props.Create(() => new Counter());
        foreach (var actor in Enumerable.Range(0, Actors).Select(_ => system.ActorOf(counter)).ToArray())
        {
            await actor.Ask<ActorIdentity>(new Identify(null), Span);
        }

        // What ran before may still be at the collector's and the compiler's hands
        GC.Collect();
        await Task.Delay(Span);
        var before = Environment.CpuUsage.TotalTime;
        await Task.Delay(Span);
        var used = Environment.CpuUsage.TotalTime - before;
        return new Row($"idle for 2 s, {Actors:N0} actors", used.TotalMilliseconds, "ms CPU");
    }
}
