using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.TestKits;

public sealed class TestActorRefTests : ParityTest
{
    [Fact]
    public void A_message_has_been_handled_when_tell_returns()
    {
        var actor = ActorOfAsTestActorRef<Adder>(Props.Create(() => new Adder(0)));

        actor.Tell(3, ActorRefs.NoSender);
        actor.Tell(4, ActorRefs.NoSender);

        Assert.Equal(7, actor.UnderlyingActor.Sum);
    }

    [Fact]
    public void The_actor_behind_the_reference_is_at_hand()
    {
        var actor = ActorOfAsTestActorRef(() => new Adder(5), "adder");

        Assert.Equal(5, actor.UnderlyingActor.Sum);
        Assert.Equal("adder", actor.Path.Name);
    }

    [Fact]
    public void A_message_can_be_given_directly_and_its_failure_comes_back()
    {
        var actor = ActorOfAsTestActorRef<Adder>(Props.Create(() => new Adder(0)));

        Assert.Throws<FormatException>(() => actor.Receive("no number"));
    }

    [Fact]
    public void It_answers_like_any_actor()
    {
        var actor = ActorOfAsTestActorRef<Adder>(Props.Create(() => new Adder(1)));

        actor.Tell('?', TestActor);

        ExpectMsg(1);
    }

    [Fact]
    public void It_can_be_stopped_and_watched()
    {
        var actor = ActorOfAsTestActorRef<Adder>(Props.Create(() => new Adder(1)));
        Watch(actor);

        actor.Tell(PoisonPill.Instance, ActorRefs.NoSender);

        ExpectTerminated(actor);
    }

    private sealed class Adder : ReceiveActor
    {
        public Adder(int start)
        {
            Sum = start;
            Receive<int>(number => { Sum += number; });
            Receive<char>(_ => Sender.Tell(Sum));
            Receive<string>(text => throw new FormatException(text));
        }

        public int Sum { get; private set; }
    }
}
