using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Actors;

public sealed class BoundedStashTests() : ParityTest("""
    small-stash {
      mailbox-type = "Akka.Dispatch.BoundedDequeBasedMailbox, Akka"
      mailbox-capacity = 100
      mailbox-push-timeout-time = 1s
      stash-capacity = 2
    }
    """)
{
    [Fact]
    public void A_full_stash_refuses_the_next_message()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Hoarder()).WithMailbox("small-stash"));

        actor.Tell(1, TestActor);
        actor.Tell(2, TestActor);
        actor.Tell(3, TestActor);

        ExpectMsg("stashed 1");
        ExpectMsg("stashed 2");
        ExpectMsg("no room for 3");
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
