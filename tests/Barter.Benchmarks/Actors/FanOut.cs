using Akka.Actor;
using Barter.Benchmarks.Measuring;

namespace Barter.Benchmarks.Actors;

/// <summary>One actor tells each message to a thousand.</summary>
internal static class FanOut
{
    private const int Receivers = 1_000;
    private const int Messages = 1_000;

    public static async Task<Row> MeasureAsync(ActorSystem system)
    {
        var counter = Props.Create(() => new Counter());
        var receivers = Enumerable.Range(0, Receivers).Select(_ => system.ActorOf(counter)).ToArray();
        var fan = system.ActorOf(Props.Create(() => new Fan(receivers)));
        var loops = Enumerable.Range(0, Receivers).Select(_ => new ChannelLoop(new Tally().Hear)).ToArray();
        var loop = new ChannelLoop(message => Array.ForEach(loops, receiver => receiver.Tell(message)));
        return await Rounds.CompareAsync(
            $"fan-out, 1 to {Receivers:N0}",
            new Work(Messages * Receivers, () => SpreadAsync(
                message => fan.Tell(message, ActorRefs.NoSender),
                (at, message) => receivers[at].Tell(message, ActorRefs.NoSender))),
            "a channel each",
            new Work(Messages * Receivers, () => SpreadAsync(loop.Tell, (at, message) => loops[at].Tell(message))));
    }

    private static Task SpreadAsync(Action<object> tellFan, Action<int, object> tellReceiver)
    {
        var expected = Enumerable.Range(0, Receivers).Select(_ => new Expect(Messages)).ToArray();
        for (var at = 0; at < Receivers; at++)
        {
            tellReceiver(at, expected[at]);
        }

        var message = new object();
        for (var at = 0; at < Messages; at++)
        {
            tellFan(message);
        }

        return Task.WhenAll(expected.Select(each => each.Met));
    }

    private sealed class Fan(IActorRef[] receivers) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            foreach (var receiver in receivers)
            {
                receiver.Tell(message, Self);
            }
        }
    }
}
