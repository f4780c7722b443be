using Akka.Actor;
using Akka.Event;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Messaging;

public sealed class TellTests : ParityTest
{
    [Fact]
    public void A_message_carries_the_sender_it_was_told_with()
    {
        var other = CreateTestProbe();
        var actor = Spawn((_, context) => TestActor.Tell(context.Sender));

        actor.Tell("x", other.Ref);

        ExpectMsg(other.Ref);
    }

    [Fact]
    public void An_actor_that_tells_is_the_sender_without_saying_so()
    {
        var actor = Spawn((_, _) => TestActor.Tell("from within"));

        actor.Tell("x", ActorRefs.NoSender);

        ExpectMsg("from within");
        Assert.Equal(actor, LastSender);
    }

    [Fact]
    public void A_message_without_sender_is_answered_into_the_dead_letters()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var actor = Spawn((_, context) => context.Sender.Tell("answer"));

        actor.Tell("x", ActorRefs.NoSender);

        ExpectMsg<DeadLetter>(letter => letter.Message.Equals("answer") && letter.Sender.Equals(actor));
    }

    [Fact]
    public void Forward_keeps_the_original_sender()
    {
        var origin = CreateTestProbe();
        var last = Spawn((message, context) => context.Sender.Tell($"heard {message}"));
        var middle = Sys.ActorOf(Props.Create(() => new Forwarder(last)));

        middle.Tell("x", origin.Ref);

        origin.ExpectMsg("heard x");
        Assert.Equal(last, origin.LastSender);
    }

    [Fact]
    public void A_null_message_is_refused_where_it_is_told() =>
        Assert.Throws<InvalidMessageException>(() => TestActor.Tell(null!, ActorRefs.NoSender));

    [Fact]
    public void Nobody_takes_every_message_and_does_nothing()
    {
        ActorRefs.Nobody.Tell("x", TestActor);
        TestActor.Tell("next", ActorRefs.NoSender);

        ExpectMsg("next");
    }

    [Fact]
    public void NoSender_is_the_absence_of_a_sender() => Assert.Null(ActorRefs.NoSender);

    [Theory]
    [InlineData("one sender", 1, 1_000)]
    [InlineData("three senders", 3, 1_000)]
    [InlineData("eight senders", 8, 500)]
    public void Messages_of_one_sender_to_one_receiver_keep_their_order(string row, int senders, int messages)
    {
        Assert.NotEmpty(row);
        var lastOf = new int[senders];
        var disorder = 0;
        var heard = 0;
        var receiver = Spawn((message, _) =>
        {
            var (sender, number) = ((int, int))message;
            disorder += lastOf[sender] + 1 == number ? 0 : 1;
            lastOf[sender] = number;
            if (++heard == senders * messages)
            {
                TestActor.Tell(disorder);
            }
        });

        for (var sender = 0; sender < senders; sender++)
        {
            var id = sender;
            var source = Spawn((_, _) =>
            {
                for (var number = 1; number <= messages; number++)
                {
                    receiver.Tell((id, number));
                }
            });
            source.Tell("go", ActorRefs.NoSender);
        }

        ExpectMsg(0, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_message_to_oneself_comes_behind_what_is_already_queued()
    {
        var gate = new ManualResetEventSlim();
        var actor = Spawn((message, context) =>
        {
            if (message is "first")
            {
                gate.Wait();
                context.Self.Tell("third");
                return;
            }

            TestActor.Tell(message);
        });

        actor.Tell("first", ActorRefs.NoSender);
        actor.Tell("second", ActorRefs.NoSender);
        gate.Set();

        ExpectMsg("second");
        ExpectMsg("third");
    }

    private sealed class Forwarder : ReceiveActor
    {
        public Forwarder(IActorRef target) => ReceiveAny(target.Forward);
    }
}
