using Akka.Actor;
using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Actors;

/// <summary>One thread tells one actor as fast as it can.</summary>
internal static class Telling
{
    private const int Messages = 4_000_000;

    public static async Task<Row> MeasureAsync(ActorSystem system)
    {
        var actor = system.ActorOf(Props.Create(() => new Counter()));
        var loop = new ChannelLoop(new Tally().Hear);
        var row = await Rounds.CompareAsync(
            "tell, one producer to one actor",
            new Work(Messages, () => ProduceAsync(message => actor.Tell(message, ActorRefs.NoSender))),
            "unbounded channel, single reader",
            new Work(Messages, () => ProduceAsync(loop.Tell)));
        await actor.GracefulStop(TimeSpan.FromSeconds(10));
        loop.Stop();
        return row;
    }

    private static async Task ProduceAsync(Action<object> tell)
    {
        var expected = new Expect(Messages);
        var producer = new Thread(() =>
        {
            var message = new object();
            tell(expected);
            for (var at = 0; at < Messages; at++)
            {
                tell(message);
            }
        });
        producer.Start();
        await expected.Met;
        producer.Join();
    }
}
