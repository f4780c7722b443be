using Akka.Actor;
using Akka.Event;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Actors;

public sealed class LifecycleTests : ParityTest
{
    [Fact]
    public void An_actor_starts_by_itself_and_in_order()
    {
        Sys.ActorOf(Witnessed.Props(TestActor));

        ExpectMsg("constructor");
        ExpectMsg("pre-start");
    }

    [Fact]
    public void An_actor_ends_with_its_stop_hook_and_then_its_watchers_hear()
    {
        var actor = Started();
        Watch(actor);

        Sys.Stop(actor);

        ExpectMsg("post-stop");
        ExpectTerminated(actor);
    }

    [Fact]
    public void Messages_wait_until_the_actor_has_started()
    {
        var gate = new ManualResetEventSlim();
        var actor = Sys.ActorOf(Props.Create(() => new SlowStarter(TestActor, gate)));

        actor.Tell("message", ActorRefs.NoSender);
        gate.Set();

        ExpectMsg("started");
        ExpectMsg("message");
    }

    [Fact]
    public void A_poison_pill_waits_its_turn()
    {
        var actor = Started();
        Watch(actor);

        actor.Tell("first", ActorRefs.NoSender);
        actor.Tell(PoisonPill.Instance, ActorRefs.NoSender);
        actor.Tell("too late", ActorRefs.NoSender);

        ExpectMsg("first");
        ExpectMsg("post-stop");
        ExpectTerminated(actor);
    }

    [Fact]
    public void Kill_makes_the_actor_fail_and_its_parent_stop_it()
    {
        var actor = Started();
        Watch(actor);

        EventFilter.Exception<ActorKilledException>().ExpectOne(() => actor.Tell(Kill.Instance, ActorRefs.NoSender));

        ExpectMsg("post-stop");
        ExpectTerminated(actor);
    }

    [Fact]
    public void The_parent_hears_of_a_kill_as_a_failure()
    {
        var parent = Sys.ActorOf(Parent.Props(new OneForOneStrategy(failure =>
        {
            TestActor.Tell(failure.GetType().Name);
            return Directive.Resume;
        })));
        var child = SpawnUnder(parent, Lambda.Props((message, _) => TestActor.Tell(message)));

        child.Tell(Kill.Instance, ActorRefs.NoSender);
        child.Tell("alive", ActorRefs.NoSender);

        ExpectMsg(nameof(ActorKilledException));
        ExpectMsg("alive");
    }

    [Fact]
    public void Stop_is_asynchronous_and_lets_the_current_message_finish()
    {
        var (entered, gate) = (new ManualResetEventSlim(), new ManualResetEventSlim());
        var actor = Spawn((message, _) =>
        {
            entered.Set();
            gate.Wait();
            TestActor.Tell($"{message} done");
        });
        Watch(actor);
        actor.Tell("first", ActorRefs.NoSender);
        actor.Tell("second", ActorRefs.NoSender);
        entered.Wait();

        Sys.Stop(actor);
        gate.Set();

        ExpectMsg("first done");
        ExpectTerminated(actor);
    }

    [Fact]
    public void What_a_stopping_actor_leaves_in_its_mailbox_becomes_dead_letters()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var gate = new ManualResetEventSlim();
        var actor = Spawn((_, context) =>
        {
            gate.Wait();
            context.Stop(context.Self);
        });
        actor.Tell("stop", TestActor);
        actor.Tell("left 1", TestActor);
        actor.Tell("left 2", TestActor);
        gate.Set();

        ExpectMsg<DeadLetter>(letter => letter.Message.Equals("left 1") && letter.Recipient.Equals(actor));
        ExpectMsg<DeadLetter>(letter => letter.Message.Equals("left 2") && letter.Sender.Equals(TestActor));
    }

    [Fact]
    public void A_message_to_a_stopped_actor_is_a_dead_letter()
    {
        var actor = Spawn((_, _) => { });
        StopAndWait(actor);

        EventFilter.DeadLetter<string>(text => text == "late").ExpectOne(() => actor.Tell("late", ActorRefs.NoSender));
    }

    [Fact]
    public void Children_stop_before_their_parent()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Family(TestActor, 3)), "parent");
        ExpectMsg("ready");

        Sys.Stop(parent);

        ExpectMsgAllOf(new[] { "child 0", "child 1", "child 2" });
        ExpectMsg("parent");
    }

    [Fact]
    public void A_failure_of_a_child_while_the_parent_stops_changes_nothing()
    {
        var (entered, gate) = (new ManualResetEventSlim(), new ManualResetEventSlim());
        var parent = Sys.ActorOf(Parent.Props(SupervisorStrategy.DefaultStrategy));
        var child = SpawnUnder(parent, Lambda.Props((_, _) =>
        {
            entered.Set();
            gate.Wait();
            throw new InvalidOperationException("planned");
        }));
        Watch(child);
        Watch(parent);
        child.Tell("fail", ActorRefs.NoSender);
        entered.Wait();

        Sys.Stop(parent);
        gate.Set();

        ExpectTerminated(child);
        ExpectTerminated(parent);
    }

    [Fact]
    public void A_parent_whose_child_will_not_end_waits_for_it()
    {
        var (entered, gate) = (new ManualResetEventSlim(), new ManualResetEventSlim());
        var parent = Sys.ActorOf(Parent.Props(SupervisorStrategy.DefaultStrategy));
        var child = SpawnUnder(parent, Lambda.Props((_, _) =>
        {
            entered.Set();
            gate.Wait();
            TestActor.Tell("child is done");
        }));
        Watch(parent);
        child.Tell("work", ActorRefs.NoSender);
        entered.Wait();

        Sys.Stop(parent);
        gate.Set();

        ExpectMsg("child is done");
        ExpectTerminated(parent);
    }

    [Fact]
    public void An_actor_can_stop_the_child_of_another()
    {
        var other = Sys.ActorOf(Parent.Props(SupervisorStrategy.DefaultStrategy));
        var child = SpawnUnder(other, Lambda.Props((_, _) => { }));
        Watch(child);
        var stopper = Spawn((_, context) => context.Stop(child));

        stopper.Tell("stop it", ActorRefs.NoSender);

        ExpectTerminated(child);
    }

    [Fact]
    public void A_stop_hook_that_fails_does_not_keep_the_actor_alive()
    {
        var actor = Sys.ActorOf(Props.Create(() => new FailingStop()));
        Watch(actor);

        EventFilter.Exception<InvalidOperationException>("cannot stop").ExpectOne(() => Sys.Stop(actor));

        ExpectTerminated(actor);
    }

    [Fact]
    public void Stopping_twice_runs_the_stop_hook_once()
    {
        var actor = Started();
        Watch(actor);

        Sys.Stop(actor);
        Sys.Stop(actor);
        actor.Tell(PoisonPill.Instance, ActorRefs.NoSender);

        ExpectMsg("post-stop");
        ExpectTerminated(actor);
        TestActor.Tell("next", ActorRefs.NoSender);
        ExpectMsg("next");
    }

    private IActorRef Started()
    {
        var actor = Sys.ActorOf(Witnessed.Props(TestActor));
        ExpectMsg("constructor");
        ExpectMsg("pre-start");
        return actor;
    }

    private sealed class SlowStarter : ReceiveActor
    {
        private readonly IActorRef _witness;
        private readonly ManualResetEventSlim _gate;

        public SlowStarter(IActorRef witness, ManualResetEventSlim gate)
        {
            (_witness, _gate) = (witness, gate);
            ReceiveAny(message => _witness.Tell(message));
        }

        protected override void PreStart()
        {
            _gate.Wait();
            _witness.Tell("started");
        }
    }

    private sealed class Family : ReceiveActor
    {
        private readonly IActorRef _witness;

        public Family(IActorRef witness, int children)
        {
            _witness = witness;
            for (var i = 0; i < children; i++)
            {
                Context.ActorOf(Props.Create(() => new Leaf(witness, i)));
            }

            _witness.Tell("ready");
        }

        protected override void PostStop() => _witness.Tell(Self.Path.Name);
    }

    private sealed class Leaf(IActorRef witness, int number) : UntypedActor
    {
        protected override void OnReceive(object message) => Unhandled(message);

        protected override void PostStop() => witness.Tell($"child {number}");
    }

    private sealed class FailingStop : UntypedActor
    {
        protected override void OnReceive(object message) => Unhandled(message);

        protected override void PostStop() => throw new InvalidOperationException("cannot stop");
    }
}
