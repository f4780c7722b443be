using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Supervision;

public sealed class DirectiveTests : ParityTest
{
    private static readonly InvalidOperationException Failure = new("planned");

    [Fact]
    public void Resume_keeps_state_and_drops_the_message()
    {
        var child = ChildUnder(new OneForOneStrategy(_ => Directive.Resume));
        Assert.Equal(1, Count(child));

        child.Tell(Failure, ActorRefs.NoSender);

        Assert.Equal(2, Count(child));
    }

    [Fact]
    public void Resume_runs_no_hook()
    {
        var child = ChildUnder(new OneForOneStrategy(_ => Directive.Resume));

        child.Tell(Failure, ActorRefs.NoSender);
        child.Tell("next", ActorRefs.NoSender);

        ExpectMsg("next");
    }

    [Fact]
    public void Resume_keeps_a_stacked_behaviour()
    {
        var parent = Sys.ActorOf(Parent.Props(new OneForOneStrategy(_ => Directive.Resume)));
        var child = SpawnUnder(parent, Props.Create(() => new Stacked()));
        child.Tell("push", TestActor);
        ExpectMsg("below");

        child.Tell(Failure, ActorRefs.NoSender);
        child.Tell("?", TestActor);

        ExpectMsg("above");
    }

    [Fact]
    public void Restart_makes_a_new_instance()
    {
        var child = ChildUnder(new OneForOneStrategy(_ => Directive.Restart));
        Assert.Equal(1, Count(child));

        child.Tell(Failure, ActorRefs.NoSender);

        Assert.Equal(1, Count(child));
    }

    [Fact]
    public void Stop_ends_the_child()
    {
        var child = ChildUnder(new OneForOneStrategy(_ => Directive.Stop));
        Watch(child);

        child.Tell(Failure, ActorRefs.NoSender);

        ExpectMsg("post-stop");
        ExpectTerminated(child);
    }

    [Fact]
    public void Escalate_is_the_failure_of_the_parent()
    {
        var grandparent = Sys.ActorOf(Parent.Props(new OneForOneStrategy(failure =>
        {
            TestActor.Tell(failure);
            return Directive.Stop;
        })));
        var parent = SpawnUnder(grandparent, Parent.Props(new OneForOneStrategy(_ => Directive.Escalate)));
        var child = SpawnUnder(parent, Lambda.Props((_, _) => throw Failure));
        Watch(parent);

        child.Tell("fail", ActorRefs.NoSender);

        Assert.Same(Failure, ExpectMsg<InvalidOperationException>());
        ExpectTerminated(parent);
    }

    [Fact]
    public void One_for_one_leaves_the_siblings_alone()
    {
        var parent = Sys.ActorOf(Parent.Props(new OneForOneStrategy(_ => Directive.Restart)));
        var (first, second) = (ChildOf(parent), ChildOf(parent));
        Assert.Equal(1, Count(first));
        Assert.Equal(1, Count(second));

        first.Tell(Failure, ActorRefs.NoSender);

        Assert.Equal(1, Count(first));
        Assert.Equal(2, Count(second));
    }

    [Fact]
    public void All_for_one_restarts_the_siblings_too()
    {
        var parent = Sys.ActorOf(Parent.Props(new AllForOneStrategy(_ => Directive.Restart)));
        var (first, second) = (ChildOf(parent), ChildOf(parent));
        Assert.Equal(1, Count(first));
        Assert.Equal(1, Count(second));

        first.Tell(Failure, ActorRefs.NoSender);
        FishForMessage(message => message is "post-restart");
        FishForMessage(message => message is "post-restart");

        Assert.Equal(1, Count(first));
        Assert.Equal(1, Count(second));
    }

    [Fact]
    public void All_for_one_stops_the_siblings_too()
    {
        var parent = Sys.ActorOf(Parent.Props(new AllForOneStrategy(_ => Directive.Stop)));
        var (first, second) = (ChildOf(parent), ChildOf(parent));
        var probe = CreateTestProbe();
        probe.Watch(first);
        probe.Watch(second);

        first.Tell(Failure, ActorRefs.NoSender);

        var stopped = new[] { probe.ExpectMsg<Terminated>().ActorRef, probe.ExpectMsg<Terminated>().ActorRef };
        Assert.Equal(new[] { first, second }.Order(), stopped.Order());
    }

    [Fact]
    public void All_for_one_resumes_only_the_child_that_failed()
    {
        var parent = Sys.ActorOf(Parent.Props(new AllForOneStrategy(_ => Directive.Resume)));
        var (first, second) = (ChildOf(parent), ChildOf(parent));
        Assert.Equal(1, Count(first));
        Assert.Equal(1, Count(second));

        first.Tell(Failure, ActorRefs.NoSender);

        Assert.Equal(2, Count(first));
        Assert.Equal(2, Count(second));
    }

    [Fact]
    public void The_decider_sees_the_child_as_sender()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Curious(TestActor)));
        var child = SpawnUnder(parent, Lambda.Props((_, _) => throw Failure));

        child.Tell("fail", ActorRefs.NoSender);

        ExpectMsg(child);
    }

    private IActorRef ChildUnder(SupervisorStrategy strategy) => ChildOf(Sys.ActorOf(Parent.Props(strategy)));

    private IActorRef ChildOf(IActorRef parent)
    {
        var child = SpawnUnder(parent, Witnessed.Props(TestActor));
        ExpectMsg("constructor");
        ExpectMsg("pre-start");
        return child;
    }

    private int Count(IActorRef actor)
    {
        actor.Tell("count", TestActor);
        return (int)FishForMessage(message => message is int);
    }

    private sealed class Stacked : ReceiveActor
    {
        public Stacked()
        {
            Receive<Exception>(failure => throw failure);
            Receive<string>(_ =>
            {
                Sender.Tell("below");
                BecomeStacked(() =>
                {
                    Receive<Exception>(failure => throw failure);
                    ReceiveAny(_ => Sender.Tell("above"));
                });
            });
        }
    }

    private sealed class Curious : ReceiveActor
    {
        private readonly IActorRef _witness;

        public Curious(IActorRef witness)
        {
            _witness = witness;
            Receive<Parent.Spawn>(spawn => Sender.Tell(Context.ActorOf(spawn.Props, spawn.Name)));
        }

        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ =>
        {
            _witness.Tell(Sender);
            return Directive.Stop;
        });
    }
}
