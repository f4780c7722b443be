using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Actors;

public sealed class RestartOfFamiliesTests : ParityTest
{
    [Fact]
    public void Children_are_stopped_when_their_parent_restarts()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Father(TestActor, false)));
        var child = ExpectMsg<IActorRef>();
        Watch(child);

        parent.Tell("fail", ActorRefs.NoSender);

        ExpectTerminated(child);
        Assert.NotEqual(child, ExpectMsg<IActorRef>());
    }

    [Fact]
    public void Children_live_on_when_the_parent_does_not_stop_them()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Father(TestActor, true)));
        var child = ExpectMsg<IActorRef>();

        parent.Tell("fail", ActorRefs.NoSender);
        parent.Tell("children", TestActor);

        ExpectMsg(1);
        child.Tell("x", TestActor);
        FishForMessage(message => message is "restarted or untouched");
    }

    [Fact]
    public void The_constructor_runs_again_only_when_the_old_children_are_gone()
    {
        var gate = new ManualResetEventSlim();
        var parent = Sys.ActorOf(Props.Create(() => new Nursery(TestActor, gate)));
        ExpectMsg("nursery");
        parent.Tell("fail", ActorRefs.NoSender);
        TestActor.Tell("child still there", ActorRefs.NoSender);
        ExpectMsg("child still there");

        gate.Set();

        ExpectMsg("child gone");
        ExpectMsg("nursery");
    }

    [Fact]
    public void A_name_is_free_for_the_new_instance()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Father(TestActor, false)));
        var first = ExpectMsg<IActorRef>();

        parent.Tell("fail", ActorRefs.NoSender);

        var second = ExpectMsg<IActorRef>();
        Assert.Equal(first.Path, second.Path);
        Assert.NotEqual(first.Path.Uid, second.Path.Uid);
    }

    [Theory]
    [InlineData("in the constructor", "constructor")]
    [InlineData("in the start hook", "pre-start")]
    public void A_failure_at_the_start_stops_the_actor(string row, string where)
    {
        Assert.NotEmpty(row);
        var parent = Sys.ActorOf(Parent.Props(SupervisorStrategy.DefaultStrategy));

        EventFilter.Exception<ActorInitializationException>().ExpectOne(() =>
        {
            var child = SpawnUnder(parent, Props.Create(() => new Fragile(where, new Chances(0))));
            Watch(child);
            ExpectTerminated(child);
        });
    }

    [Theory]
    [InlineData("in the constructor", "constructor", 1)]
    [InlineData("in the hook after", "post-restart", 0)]
    public void A_failure_within_a_restart_goes_to_the_parent_as_well(string row, string where, int passes)
    {
        Assert.NotEmpty(row);
        var parent = Sys.ActorOf(Parent.Props(new OneForOneStrategy(failure =>
        {
            TestActor.Tell(failure is ActorInitializationException ? "at the start" : failure.Message);
            return failure is InvalidOperationException ? Directive.Restart : Directive.Stop;
        })));
        var child = SpawnUnder(parent, Props.Create(() => new Fragile(where, new Chances(passes))));
        Watch(child);

        child.Tell("fail", TestActor);

        ExpectMsg("planned");
        ExpectMsg("at the start");
        ExpectTerminated(child);
    }

    [Fact]
    public void A_failure_of_the_old_instance_in_its_last_hook_does_not_prevent_the_restart()
    {
        var child = Sys.ActorOf(Props.Create(() => new Fragile("pre-restart", new Chances(0))));

        child.Tell("fail", TestActor);
        child.Tell("alive?", TestActor);

        ExpectMsg("alive");
    }

    [Fact]
    public void Children_that_are_kept_restart_with_their_parent()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Keeper()));
        SpawnUnder(parent, Witnessed.Props(TestActor));
        ExpectMsg("constructor");
        ExpectMsg("pre-start");

        parent.Tell("fail", ActorRefs.NoSender);

        ExpectMsg("pre-restart");
        ExpectMsg("post-stop");
        ExpectMsg("constructor");
    }

    private sealed class Chances(int passes)
    {
        private int _passes = passes;

        public bool Spent() => --_passes < 0;
    }

    private sealed class Keeper : ReceiveActor
    {
        public Keeper()
        {
            Receive<Parent.Spawn>(spawn => Sender.Tell(Context.ActorOf(spawn.Props, spawn.Name)));
            Receive<string>(_ => throw new InvalidOperationException("planned"));
        }

        protected override void PreRestart(Exception reason, object? message)
        {
        }
    }

    private sealed class Father : ReceiveActor
    {
        private readonly bool _keeps;

        public Father(IActorRef witness, bool keeps)
        {
            _keeps = keeps;
            if (Context.Child("child").IsNobody())
            {
                witness.Tell(Context.ActorOf(
                    Lambda.Props((_, context) => context.Sender.Tell("restarted or untouched")), "child"));
            }

            Receive<string>(text => text == "children", _ => Sender.Tell(Context.GetChildren().Count()));
            Receive<string>(_ => throw new InvalidOperationException("planned"));
        }

        protected override void PreRestart(Exception reason, object? message)
        {
            if (!_keeps)
            {
                base.PreRestart(reason, message!);
            }
        }
    }

    private sealed class Nursery : ReceiveActor
    {
        public Nursery(IActorRef witness, ManualResetEventSlim gate)
        {
            witness.Tell("nursery");
            Context.ActorOf(Props.Create(() => new SlowLeaver(witness, gate)));
            ReceiveAny(_ => throw new InvalidOperationException("planned"));
        }
    }

    private sealed class SlowLeaver(IActorRef witness, ManualResetEventSlim gate) : UntypedActor
    {
        protected override void OnReceive(object message) => Unhandled(message);

        protected override void PostStop()
        {
            gate.Wait();
            witness.Tell("child gone");
        }
    }

    private sealed class Fragile : UntypedActor
    {
        private readonly string _where;
        private readonly Chances _chances;

        public Fragile(string where, Chances chances)
        {
            (_where, _chances) = (where, chances);
            FailIn("constructor");
        }

        protected override void OnReceive(object message)
        {
            if (message is "fail")
            {
                throw new InvalidOperationException("planned");
            }

            Sender.Tell("alive");
        }

        protected override void PreStart() => FailIn("pre-start");

        protected override void PreRestart(Exception reason, object? message) => FailIn("pre-restart");

        protected override void PostRestart(Exception reason) => FailIn("post-restart");

        private void FailIn(string place)
        {
            if (_where == place && _chances.Spent())
            {
                throw new ArithmeticException(place);
            }
        }
    }
}
