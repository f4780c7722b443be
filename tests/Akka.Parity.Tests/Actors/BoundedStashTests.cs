using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Actors;

public sealed class BoundedStashTests() : ParityTest("""
    akka.actor.default-mailbox.stash-capacity = 100
    akka.actor.mailbox.bounded-deque-based.stash-capacity = 100
    """)
{
    [Fact]
    public void A_full_stash_refuses_the_next_message()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Hoarder()));

        for (var i = 1; i <= 101; i++)
        {
            actor.Tell(i, TestActor);
        }

        Assert.Equal(Enumerable.Range(1, 100).Select(i => $"stashed {i}"), ReceiveN(100).Cast<string>());
        ExpectMsg("no room for 101");
    }

    private sealed class Hoarder : ReceiveActor, IWithBoundedStash
    {
        public Hoarder() => ReceiveAny(message =>
        {
            try
            {
                Stash.Stash();
                Sender.Tell($"stashed {message}");
            }
            catch (StashOverflowException)
            {
                Sender.Tell($"no room for {message}");
            }
        });

        public IStash Stash { get; set; } = null!;
    }
}
