using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Timers;

public sealed class ReceiveTimeoutTests() : ParityTest(VirtualTime)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Silence_is_heard_after_its_time()
    {
        Quiet();

        Clock.Advance(Second);

        ExpectMsg<ReceiveTimeout>();
    }

    [Fact]
    public void A_message_begins_the_silence_anew()
    {
        var actor = Quiet();
        Clock.Advance(Second / 2);
        Mark(actor, "noise");

        Clock.Advance(Second / 2);
        Assert.Equal("half a second to go", Peaceful(actor, "half a second to go"));
        Clock.Advance(Second / 2);

        ExpectMsg<ReceiveTimeout>();
    }

    [Fact]
    public void It_comes_again_until_it_is_taken_back()
    {
        var actor = Quiet();
        Clock.Advance(Second);
        ExpectMsg<ReceiveTimeout>();
        Settle(actor);

        Clock.Advance(Second);

        ExpectMsg<ReceiveTimeout>();
    }

    [Fact]
    public void Nothing_comes_once_it_is_taken_back()
    {
        var actor = Quiet();
        actor.Tell(new Span(null), ActorRefs.NoSender);
        Settle(actor);

        Clock.Advance(10 * Second);

        Mark(actor, "silence");
    }

    [Fact]
    public void Messages_that_do_not_count_leave_it_alone()
    {
        var actor = Quiet();
        Clock.Advance(Second / 2);
        Peaceful(actor, "not counted");

        Clock.Advance(Second / 2);

        ExpectMsg<ReceiveTimeout>();
    }

    [Fact]
    public void An_actor_knows_its_timeout()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Listener(TestActor)));

        actor.Tell(new Span(Second), ActorRefs.NoSender);
        actor.Tell("timeout?", TestActor);

        ExpectMsg("set");
        ExpectMsg(Second);
    }

    private IActorRef Quiet()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Listener(TestActor)));
        actor.Tell(new Span(Second), ActorRefs.NoSender);
        ExpectMsg("set");
        Settle(actor);
        return actor;
    }

    private void Mark(IActorRef actor, string mark)
    {
        actor.Tell(mark, ActorRefs.NoSender);
        ExpectMsg(mark);
        Peaceful(actor, "handled");
    }

    private string Peaceful(IActorRef actor, string mark)
    {
        actor.Tell(new NotCounted(mark), ActorRefs.NoSender);
        return ExpectMsg(mark);
    }

    private sealed record Span(TimeSpan? Length);

    private sealed record NotCounted(string Mark) : INotInfluenceReceiveTimeout;

    private sealed class Listener : ReceiveActor
    {
        public Listener(IActorRef witness)
        {
            Receive<Span>(span =>
            {
                Context.SetReceiveTimeout(span.Length);
                if (span.Length is not null)
                {
                    witness.Tell("set");
                }
            });
            Receive<NotCounted>(message => witness.Tell(message.Mark));
            Receive<string>(text => text == "timeout?", _ => Sender.Tell(Context.ReceiveTimeout!.Value));
            ReceiveAny(message => witness.Tell(message));
        }
    }
}
