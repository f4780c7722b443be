using Akka.Actor;
using Akka.Event;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.DeathWatch;

public sealed class WatchTests : ParityTest
{
    [Fact]
    public void A_watcher_hears_of_the_end_and_who_it_was()
    {
        var actor = Idle();
        Watch(actor);

        Sys.Stop(actor);

        var terminated = ExpectMsg<Terminated>();
        Assert.Equal(actor, terminated.ActorRef);
        Assert.True(terminated.ExistenceConfirmed);
        Assert.False(terminated.AddressTerminated);
    }

    [Fact]
    public void Terminated_comes_from_the_actor_that_ended()
    {
        var actor = Idle();
        Watch(actor);

        Sys.Stop(actor);

        ExpectTerminated(actor);
        Assert.Equal(actor, LastSender);
    }

    [Fact]
    public void Every_watcher_hears_of_it()
    {
        var actor = Idle();
        var watchers = Enumerable.Range(0, 10).Select(_ => CreateTestProbe()).ToList();
        watchers.ForEach(watcher => watcher.Watch(actor));

        Sys.Stop(actor);

        watchers.ForEach(watcher => watcher.ExpectTerminated(actor));
    }

    [Fact]
    public void Watching_twice_is_watching_once()
    {
        var actor = Idle();
        Watch(actor);
        Watch(actor);

        Sys.Stop(actor);

        ExpectTerminated(actor);
        TestActor.Tell("next", ActorRefs.NoSender);
        ExpectMsg("next");
    }

    [Fact]
    public void Who_does_not_watch_any_more_does_not_hear_of_it()
    {
        var (actor, other) = (Idle(), Idle());
        Watch(actor);
        Watch(other);
        Unwatch(actor);

        StopAndWait(actor);
        Sys.Stop(other);

        ExpectTerminated(other);
    }

    [Fact]
    public void Unwatching_takes_back_what_is_queued_already()
    {
        var gate = new ManualResetEventSlim();
        var watched = Idle();
        var watcher = Sys.ActorOf(Props.Create(() => new Forgetful(TestActor, watched, gate)));
        watcher.Tell("wait", ActorRefs.NoSender);
        watcher.Tell("unwatch", ActorRefs.NoSender);
        ExpectMsg("waiting");
        StopAndWait(watched);
        gate.Set();

        Settle(watcher);
        watcher.Tell("next", ActorRefs.NoSender);

        ExpectMsg("next");
    }

    [Fact]
    public void Watching_the_dead_is_answered_at_once()
    {
        var actor = Idle();
        StopAndWait(actor);

        Watch(actor);

        ExpectTerminated(actor);
    }

    [Fact]
    public void Terminated_comes_behind_all_that_the_actor_told_before()
    {
        var actor = Spawn((_, context) =>
        {
            for (var i = 0; i < 100; i++)
            {
                TestActor.Tell(i);
            }

            context.Stop(context.Self);
        });
        Watch(actor);

        actor.Tell("go", ActorRefs.NoSender);

        Assert.Equal(Enumerable.Range(0, 100).Cast<object>(), ReceiveN(100));
        ExpectTerminated(actor);
    }

    [Fact]
    public void A_watcher_that_ends_first_is_no_trouble()
    {
        var actor = Idle();
        var watcher = Spawn((_, context) => context.Watch(actor));
        watcher.Tell("watch", ActorRefs.NoSender);
        Settle(watcher);
        StopAndWait(watcher);
        Watch(actor);

        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));

        Sys.Stop(actor);

        ExpectTerminated(actor);
        TestActor.Tell("next", ActorRefs.NoSender);
        ExpectMsg("next");
    }

    [Fact]
    public void Two_actors_that_watch_each_other_hear_once()
    {
        var first = Sys.ActorOf(Props.Create(() => new Friend(TestActor)));
        var second = Sys.ActorOf(Props.Create(() => new Friend(TestActor)));
        first.Tell(second, ActorRefs.NoSender);
        second.Tell(first, ActorRefs.NoSender);
        Settle(first);
        Settle(second);

        Sys.Stop(first);

        ExpectMsg(first);
        StopAndWait(second);
        TestActor.Tell("next", ActorRefs.NoSender);
        ExpectMsg("next");
    }

    [Fact]
    public void A_parent_that_watches_its_child_hears_when_the_name_is_free()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Renaming(TestActor)));

        parent.Tell("go", ActorRefs.NoSender);

        ExpectMsg("name is free");
    }

    [Fact]
    public void A_child_may_watch_its_parent()
    {
        var parent = Sys.ActorOf(Parent.Props(SupervisorStrategy.DefaultStrategy));
        var child = SpawnUnder(parent, Lambda.Props((_, context) => context.Watch(context.Parent)));
        child.Tell("watch", ActorRefs.NoSender);
        Settle(child);
        Watch(child);

        Sys.Stop(parent);

        ExpectTerminated(child);
    }

    [Fact]
    public void Watching_oneself_changes_nothing()
    {
        var actor = Spawn((message, context) =>
        {
            context.Watch(context.Self);
            TestActor.Tell(message);
        });
        Watch(actor);

        actor.Tell("x", ActorRefs.NoSender);
        ExpectMsg("x");
        Sys.Stop(actor);

        ExpectTerminated(actor);
    }

    private IActorRef Idle() => Spawn((_, _) => { });

    private sealed class Forgetful : ReceiveActor
    {
        public Forgetful(IActorRef witness, IActorRef watched, ManualResetEventSlim gate)
        {
            Context.Watch(watched);
            Receive<string>(text => text == "wait", _ =>
            {
                witness.Tell("waiting");
                gate.Wait();
            });
            Receive<string>(text => text == "unwatch", _ => { Context.Unwatch(watched); });
            Receive<string>(text => witness.Tell(text));
            Receive<Terminated>(_ => witness.Tell("heard of it after all"));
        }
    }

    private sealed class Friend : ReceiveActor
    {
        public Friend(IActorRef witness)
        {
            Receive<IActorRef>(friend => { Context.Watch(friend); });
            Receive<Terminated>(terminated => witness.Tell(terminated.ActorRef));
        }
    }

    private sealed class Renaming : ReceiveActor
    {
        public Renaming(IActorRef witness)
        {
            var child = Context.Watch(Context.ActorOf(Lambda.Props((_, _) => { }), "name"));
            Receive<string>(_ => Context.Stop(child));
            Receive<Terminated>(_ =>
            {
                Context.ActorOf(Lambda.Props((_, _) => { }), "name");
                witness.Tell("name is free");
            });
        }
    }
}
