using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Supervision;

public sealed class EscalationTests : ParityTest
{
    private static readonly SupervisorStrategy Upwards = new OneForOneStrategy(_ => Directive.Escalate);

    [Fact]
    public void A_failure_climbs_until_somebody_decides()
    {
        var top = Sys.ActorOf(Parent.Props(new OneForOneStrategy(failure =>
        {
            TestActor.Tell(failure.Message);
            return Directive.Stop;
        })));
        var second = SpawnUnder(top, Parent.Props(Upwards));
        var third = SpawnUnder(second, Parent.Props(Upwards));
        var fourth = SpawnUnder(third, Parent.Props(Upwards));
        var leaf = SpawnUnder(fourth, Lambda.Props((_, _) => throw new InvalidOperationException("from below")));
        Watch(second);

        leaf.Tell("fail", ActorRefs.NoSender);

        ExpectMsg("from below");
        ExpectTerminated(second);
    }

    [Fact]
    public void A_restart_above_stops_everything_below()
    {
        var top = Sys.ActorOf(Parent.Props(new OneForOneStrategy(_ => Directive.Restart)));
        var second = SpawnUnder(top, Parent.Props(Upwards));
        var third = SpawnUnder(second, Parent.Props(Upwards));
        var leaf = SpawnUnder(third, Lambda.Props((_, _) => throw new InvalidOperationException("from below")));
        var (leafWatcher, thirdWatcher) = (CreateTestProbe(), CreateTestProbe());
        leafWatcher.Watch(leaf);
        thirdWatcher.Watch(third);

        leaf.Tell("fail", ActorRefs.NoSender);

        leafWatcher.ExpectTerminated(leaf);
        thirdWatcher.ExpectTerminated(third);
        Assert.NotEqual(third, SpawnUnder(second, Parent.Props(Upwards)));
    }

    [Fact]
    public void A_resume_above_resumes_everything_below()
    {
        var top = Sys.ActorOf(Parent.Props(new OneForOneStrategy(_ => Directive.Resume)));
        var second = SpawnUnder(top, Parent.Props(Upwards));
        var leaf = SpawnUnder(second, Lambda.Props((message, context) =>
        {
            if (message is "fail")
            {
                throw new InvalidOperationException("from below");
            }

            context.Sender.Tell("alive");
        }));

        leaf.Tell("fail", TestActor);
        leaf.Tell("?", TestActor);

        ExpectMsg("alive");
    }

    [Fact]
    public void What_reaches_the_guardian_restarts_the_top_level_actor()
    {
        var top = Sys.ActorOf(Props.Create(() => new Top(TestActor)));
        ExpectMsg("made");
        var child = SpawnUnder(top, Lambda.Props((_, _) => throw new InvalidOperationException("from below")));
        Watch(child);

        child.Tell("fail", ActorRefs.NoSender);

        var heard = ReceiveN(2);
        Assert.Contains("made", heard);
        Assert.Equal(child, Assert.Single(heard.OfType<Terminated>()).ActorRef);
    }

    [Fact]
    public void A_decider_that_fails_is_a_failure_of_the_parent()
    {
        var top = Sys.ActorOf(Parent.Props(new OneForOneStrategy(failure =>
        {
            TestActor.Tell(failure.Message);
            return Directive.Stop;
        })));
        var parent = SpawnUnder(top, Parent.Props(new OneForOneStrategy(
            _ => throw new InvalidOperationException("cannot decide"))));
        var child = SpawnUnder(parent, Lambda.Props((_, _) => throw new FormatException("from below")));

        child.Tell("fail", ActorRefs.NoSender);

        ExpectMsg("cannot decide");
    }

    private sealed class Top : ReceiveActor
    {
        public Top(IActorRef witness)
        {
            witness.Tell("made");
            Receive<Parent.Spawn>(spawn => Sender.Tell(Context.ActorOf(spawn.Props, spawn.Name)));
        }

        protected override SupervisorStrategy SupervisorStrategy() => Upwards;
    }
}
