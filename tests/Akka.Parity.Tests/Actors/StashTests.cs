using Akka.Actor;
using Akka.Event;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Actors;

public sealed class StashTests : ParityTest
{
    [Fact]
    public void UnstashAll_brings_messages_back_in_their_order()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stasher()));

        TellAll(actor, "1", "2", "3", "open");

        ExpectAll("open", "1", "2", "3");
    }

    [Fact]
    public void Unstashed_messages_come_before_those_that_wait()
    {
        var gate = new ManualResetEventSlim();
        var actor = Sys.ActorOf(Props.Create(() => new Stasher()));
        actor.Tell(new Action(gate.Wait), ActorRefs.NoSender);

        TellAll(actor, "1", "2", "open", "later");
        gate.Set();

        ExpectAll("open", "1", "2", "later");
    }

    [Fact]
    public void Unstash_brings_back_the_oldest_only()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stasher()));

        TellAll(actor, "1", "2", "one", "4");

        ExpectAll("one", "1", "4");
        actor.Tell("open", TestActor);
        ExpectAll("open", "2");
    }

    [Fact]
    public void A_stashed_message_keeps_its_sender()
    {
        var sender = CreateTestProbe();
        var actor = Sys.ActorOf(Props.Create(() => new Stasher()));

        actor.Tell("1", sender.Ref);
        actor.Tell("open", TestActor);

        sender.ExpectMsg("1");
    }

    [Fact]
    public void Unstashing_nothing_does_nothing()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stasher()));

        TellAll(actor, "open", "next");

        ExpectAll("open", "next");
    }

    [Fact]
    public void The_same_message_cannot_be_stashed_twice()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Twice()));

        actor.Tell("x", TestActor);

        ExpectMsg("refused");
    }

    [Fact]
    public void Equal_messages_can_be_stashed_each()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stasher()));

        TellAll(actor, "same", "same", "open");

        ExpectAll("open", "same", "same");
    }

    [Fact]
    public void A_restart_brings_the_stash_back()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stasher()));

        TellAll(actor, "1", "2");
        actor.Tell(new Action(() => throw new InvalidOperationException("planned")), ActorRefs.NoSender);
        TellAll(actor, "3", "open");

        ExpectAll("open", "1", "2", "3");
    }

    [Fact]
    public void What_is_stashed_when_the_actor_stops_becomes_dead_letters()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var actor = Sys.ActorOf(Props.Create(() => new Stasher()));
        TellAll(actor, "1", "2");

        actor.Tell(PoisonPill.Instance, ActorRefs.NoSender);

        ExpectMsg<DeadLetter>(letter => letter.Message.Equals("1"));
        ExpectMsg<DeadLetter>(letter => letter.Message.Equals("2"));
    }

    [Fact]
    public void A_predicate_chooses_what_comes_back()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stasher()));

        TellAll(actor, "1", "2", "odd");

        ExpectAll("odd", "1");
    }

    [Fact]
    public void ClearStash_gives_the_stash_away()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stasher()));

        TellAll(actor, "1", "2", "clear", "open", "3");

        ExpectMsg(2);
        ExpectAll("open", "3");
    }

    private void TellAll(IActorRef actor, params string[] messages)
    {
        foreach (var message in messages)
        {
            actor.Tell(message, TestActor);
        }
    }

    private void ExpectAll(params string[] messages)
    {
        foreach (var message in messages)
        {
            ExpectMsg(message);
        }
    }

    private sealed class Stasher : ReceiveActor, IWithUnboundedStash
    {
        public Stasher()
        {
            Receive<Action>(action => action());
            Receive<string>(text => text == "open", Leave(() => Stash.UnstashAll()));
            Receive<string>(text => text == "one", Leave(() => Stash.Unstash()));
            Receive<string>(text => text == "odd", Leave(
                () => Stash.UnstashAll(envelope => int.Parse((string)envelope.Message, null) % 2 == 1)));
            Receive<string>(text => text == "clear", _ => Sender.Tell(Stash.ClearStash().Count()));
            ReceiveAny(_ => Stash.Stash());
        }

        public IStash Stash { get; set; } = null!;

        private Action<string> Leave(Action unstash) => text =>
        {
            Sender.Tell(text);
            unstash();
            BecomeStacked(() =>
            {
                Receive<string>(back => back == "open", Leave(() => Stash.UnstashAll()));
                ReceiveAny(message => Sender.Tell(message));
            });
        };
    }

    private sealed class Twice : ReceiveActor, IWithStash
    {
        public Twice() => Receive<string>(_ =>
        {
            Stash.Stash();
            try
            {
                Stash.Stash();
            }
            catch (IllegalActorStateException)
            {
                Sender.Tell("refused");
            }
        });

        public IStash Stash { get; set; } = null!;
    }
}
