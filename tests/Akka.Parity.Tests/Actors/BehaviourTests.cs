using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Actors;

public sealed class BehaviourTests : ParityTest
{
    [Fact]
    public void Become_replaces_the_behaviour()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Moody()));

        Assert.Equal(["calm", "angry", "angry"], Said(actor, "hit", "hit", "?"));
    }

    [Fact]
    public void A_replaced_behaviour_is_gone()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Moody()));

        Assert.Equal(["calm", "angry", "calm"], Said(actor, "hit", "soothe", "?"));
    }

    [Fact]
    public void A_stacked_behaviour_gives_way_to_the_one_below()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stacking()));

        Assert.Equal(["0", "1", "2", "1", "0"], Said(actor, "push", "push", "pop", "pop", "?"));
    }

    [Fact]
    public void Taking_from_the_bottom_of_the_stack_keeps_the_first_behaviour()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stacking()));

        Assert.Equal(["0", "0", "0"], Said(actor, "pop", "pop", "?"));
    }

    [Fact]
    public void Become_replaces_only_the_top_of_the_stack()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stacking()));

        Assert.Equal(["0", "1", "swapped", "0"], Said(actor, "push", "swap", "pop", "?"));
    }

    [Fact]
    public void A_restart_forgets_every_behaviour_but_the_first()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stacking()));
        Said(actor, "push", "push");

        actor.Tell(new InvalidOperationException("planned"), TestActor);

        Assert.Equal(["0"], Said(actor, "?"));
    }

    [Fact]
    public void An_untyped_actor_changes_its_behaviour_too()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Switch()));

        Assert.Equal(["off", "on", "off"], Said(actor, "flip", "flip", "?"));
    }

    [Fact]
    public void The_change_holds_from_the_next_message_on()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Moody()));
        actor.Tell("hit", TestActor);
        actor.Tell("?", TestActor);

        ExpectMsg("calm");
        ExpectMsg("angry");
    }

    private List<string> Said(IActorRef actor, params string[] messages) =>
        messages.Select(message =>
        {
            actor.Tell(message, TestActor);
            return ExpectMsg<string>();
        }).ToList();

    private sealed class Moody : ReceiveActor
    {
        public Moody() => Calm();

        private void Calm()
        {
            Receive<string>(text => text == "hit", _ =>
            {
                Become(Angry);
                Sender.Tell("calm");
            });
            Receive<string>(_ => Sender.Tell("calm"));
        }

        private void Angry()
        {
            Receive<string>(text => text == "soothe", _ =>
            {
                Become(Calm);
                Sender.Tell("angry");
            });
            Receive<string>(_ => Sender.Tell("angry"));
        }
    }

    private sealed class Stacking : ReceiveActor
    {
        public Stacking() => Level(0);

        private void Level(int depth)
        {
            Receive<Exception>(failure => throw failure);
            Receive<string>(text =>
            {
                Sender.Tell($"{depth}");
                switch (text)
                {
                    case "push":
                        BecomeStacked(() => Level(depth + 1));
                        break;
                    case "pop":
                        UnbecomeStacked();
                        break;
                    case "swap":
                        Become(Swapped);
                        break;
                }
            });
        }

        private void Swapped() => Receive<string>(_ =>
        {
            UnbecomeStacked();
            Sender.Tell("swapped");
        });
    }

    private sealed class Switch : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            Become(On);
            Sender.Tell("off");
        }

        private void On(object message)
        {
            Become(OnReceive);
            Sender.Tell("on");
        }
    }
}
