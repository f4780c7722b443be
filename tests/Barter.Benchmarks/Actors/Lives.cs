using Akka.Actor;
using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Actors;

/// <summary>Actors come and go.</summary>
internal static class Lives
{
    private const int Actors = 100_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Task<Row> MeasureAsync(ActorSystem system) => Rounds.CompareAsync(
        $"create and stop {Actors:N0} actors",
        new Work(Actors, async () => await (await BearAsync(system)).GracefulStop(Patience)),
        "a channel and its task each",
        new Work(Actors, () =>
        {
            var loops = Enumerable.Range(0, Actors).Select(_ => new ChannelLoop(_ => { })).ToArray();
            Array.ForEach(loops, loop => loop.Stop());
            return Task.WhenAll(loops.Select(loop => loop.Ended));
        }));

    /// <summary>What an actor that does nothing keeps alive.</summary>
    public static async Task<Row> MeasureHeldAsync(ActorSystem system)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var parent = await BearAsync(system);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        await parent.GracefulStop(Patience);
        return new Row("memory of an idle actor", (double)held / Actors, "bytes");
    }

    private static async Task<IActorRef> BearAsync(ActorSystem system)
    {
        var parent = system.ActorOf(Props.Create(() => new Parent()));
        await parent.Ask<object>(Actors, Patience);
        return parent;
    }

    private sealed class Parent : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            var props = Props.Create(() => new Counter());
            for (var at = 0; at < (int)message; at++)
            {
                Context.ActorOf(props);
            }

            Sender.Tell(message, Self);
        }
    }
}
