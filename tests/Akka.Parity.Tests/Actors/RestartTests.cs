using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Actors;

public sealed class RestartTests : ParityTest
{
    private static readonly InvalidOperationException Failure = new("planned");

    [Fact]
    public void The_hooks_of_a_restart_run_in_order()
    {
        var actor = Started();

        actor.Tell(Failure, ActorRefs.NoSender);

        ExpectMsg("pre-restart");
        ExpectMsg("post-stop");
        ExpectMsg("constructor");
        ExpectMsg("post-restart");
        ExpectMsg("pre-start");
    }

    [Fact]
    public void The_mailbox_outlives_a_restart_and_the_failing_message_does_not_come_again()
    {
        var actor = Started();

        actor.Tell("before", ActorRefs.NoSender);
        actor.Tell(Failure, ActorRefs.NoSender);
        actor.Tell("after", ActorRefs.NoSender);

        ExpectMsg("before");
        FishForMessage(message => message is "pre-start");
        ExpectMsg("after");
    }

    [Fact]
    public void State_is_new_after_a_restart()
    {
        var actor = Started();
        Assert.Equal(1, Count(actor));
        Assert.Equal(2, Count(actor));

        actor.Tell(Failure, ActorRefs.NoSender);

        Assert.Equal(1, Count(actor));
    }

    [Fact]
    public void The_reference_outlives_a_restart()
    {
        var actor = Started();
        var uid = actor.Path.Uid;

        actor.Tell(Failure, ActorRefs.NoSender);
        actor.Tell(new Identify(1), TestActor);

        var identity = (ActorIdentity)FishForMessage(message => message is ActorIdentity);
        Assert.Equal(actor, identity.Subject);
        Assert.Equal(uid, identity.Subject!.Path.Uid);
    }

    [Fact]
    public void The_old_instance_hears_the_reason_the_message_and_its_sender()
    {
        var sender = CreateTestProbe();
        var actor = Sys.ActorOf(Props.Create(() => new Confiding(TestActor)));

        actor.Tell("fatal", sender.Ref);

        ExpectMsg(("planned", "fatal", sender.Ref));
    }

    [Fact]
    public void The_new_instance_hears_the_reason()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Reborn(TestActor)));

        actor.Tell(Failure, ActorRefs.NoSender);

        Assert.Same(Failure, ExpectMsg<InvalidOperationException>());
    }

    [Fact]
    public void A_message_told_during_the_restart_is_handled_by_the_new_instance()
    {
        var (entered, gate) = (new ManualResetEventSlim(), new ManualResetEventSlim());
        var actor = Sys.ActorOf(Props.Create(() => new SlowRestart(TestActor, entered, gate)));
        ExpectMsg("instance made");
        actor.Tell(Failure, ActorRefs.NoSender);
        entered.Wait();

        actor.Tell("during", ActorRefs.NoSender);
        gate.Set();

        ExpectMsg("instance made");
        ExpectMsg("during");
    }

    [Fact]
    public void Watchers_do_not_hear_of_a_restart()
    {
        var actor = Started();
        Watch(actor);

        actor.Tell(Failure, ActorRefs.NoSender);
        FishForMessage(message => message is "pre-start");
        Sys.Stop(actor);

        ExpectMsg("post-stop");
        ExpectTerminated(actor);
    }

    [Fact]
    public void What_an_actor_watches_outlives_its_restart()
    {
        var watched = Spawn((_, _) => { });
        var actor = Sys.ActorOf(Props.Create(() => new WatchesOnce(TestActor, watched)));
        actor.Tell("watch", ActorRefs.NoSender);
        actor.Tell(Failure, ActorRefs.NoSender);
        Settle(actor);

        Sys.Stop(watched);

        ExpectMsg(watched);
    }

    [Fact]
    public void A_restart_after_an_await_keeps_the_mailbox_too()
    {
        var actor = Sys.ActorOf(Props.Create(() => new AsyncFailing(TestActor)));

        actor.Tell("fail", ActorRefs.NoSender);
        actor.Tell("after", ActorRefs.NoSender);

        ExpectMsg("restarted");
        ExpectMsg("after");
    }

    private IActorRef Started()
    {
        var actor = Sys.ActorOf(Witnessed.Props(TestActor));
        ExpectMsg("constructor");
        ExpectMsg("pre-start");
        return actor;
    }

    private int Count(IActorRef actor)
    {
        actor.Tell("count", TestActor);
        return (int)FishForMessage(message => message is int);
    }

    private sealed class Confiding(IActorRef witness) : UntypedActor
    {
        protected override void OnReceive(object message) => throw new InvalidOperationException("planned");

        protected override void PreRestart(Exception reason, object? message) =>
            witness.Tell((reason.Message, (string)message!, Sender));
    }

    private sealed class Reborn(IActorRef witness) : UntypedActor
    {
        protected override void OnReceive(object message) => throw (Exception)message;

        protected override void PostRestart(Exception reason) => witness.Tell(reason);
    }

    private sealed class SlowRestart : ReceiveActor
    {
        private readonly ManualResetEventSlim _entered;
        private readonly ManualResetEventSlim _gate;

        public SlowRestart(IActorRef witness, ManualResetEventSlim entered, ManualResetEventSlim gate)
        {
            (_entered, _gate) = (entered, gate);
            witness.Tell("instance made");
            Receive<Exception>(failure => throw failure);
            ReceiveAny(message => witness.Tell(message));
        }

        protected override void PreRestart(Exception reason, object? message)
        {
            _entered.Set();
            _gate.Wait();
        }
    }

    private sealed class WatchesOnce : ReceiveActor
    {
        public WatchesOnce(IActorRef witness, IActorRef watched)
        {
            Receive<string>(_ => { Context.Watch(watched); });
            Receive<Exception>(failure => throw failure);
            Receive<Terminated>(terminated => witness.Tell(terminated.ActorRef));
        }
    }

    private sealed class AsyncFailing : ReceiveActor
    {
        private readonly IActorRef _witness;

        public AsyncFailing(IActorRef witness)
        {
            _witness = witness;
            ReceiveAsync<string>(text => text == "fail", async _ =>
            {
                await Task.Yield();
                throw new InvalidOperationException("planned");
            });
            ReceiveAny(message => witness.Tell(message));
        }

        protected override void PostRestart(Exception reason) => _witness.Tell("restarted");
    }
}
