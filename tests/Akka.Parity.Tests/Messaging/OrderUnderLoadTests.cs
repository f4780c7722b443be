using System.Globalization;
using Akka.Actor;
using Akka.Parity.Tests.Support;
using Xunit.Abstractions;

namespace Akka.Parity.Tests.Messaging;

public sealed class OrderUnderLoadTests(ITestOutputHelper output) : ParityTest
{
    private const int Actors = 12;
    private const int Messages = 20_000;

    [Fact]
    public void Every_pair_keeps_its_order_when_everybody_tells_everybody()
    {
        var seed = Environment.GetEnvironmentVariable("BARTER_SEED") is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : Environment.TickCount;
        output.WriteLine($"BARTER_SEED={seed}");
        var random = new Random(seed);
        var done = new CountdownEvent(Messages);
        var disorder = 0;
        var nodes = new IActorRef[Actors];
        for (var i = 0; i < Actors; i++)
        {
            var self = i;
            var last = new int[Actors];
            nodes[i] = Spawn((message, _) => Hear(message, self, last));
        }

        var next = new int[Actors, Actors];
        for (var i = 0; i < Messages; i++)
        {
            var (from, to) = (random.Next(Actors), random.Next(Actors));
            nodes[from].Tell(new Send(to, ++next[from, to]), ActorRefs.NoSender);
        }

        Assert.True(done.Wait(TimeSpan.FromSeconds(20)), $"{done.CurrentCount} messages never came");
        Assert.Equal(0, disorder);

        void Hear(object message, int self, int[] last)
        {
            if (message is Send send)
            {
                nodes[send.To].Tell(new Numbered(self, send.Number));
                return;
            }

            var numbered = (Numbered)message;
            if (++last[numbered.From] != numbered.Number)
            {
                Interlocked.Increment(ref disorder);
            }

            done.Signal();
        }
    }

    private sealed record Send(int To, int Number);

    private sealed record Numbered(int From, int Number);
}
