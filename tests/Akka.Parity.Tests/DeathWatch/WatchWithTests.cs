using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.DeathWatch;

public sealed class WatchWithTests : ParityTest
{
    [Fact]
    public void The_message_of_ones_own_comes_in_place_of_Terminated()
    {
        var watched = Spawn((_, _) => { });
        var watcher = Sys.ActorOf(Props.Create(() => new Watcher(TestActor, watched)));
        watcher.Tell(new With("gone"), TestActor);
        ExpectMsg("ok");

        Sys.Stop(watched);

        ExpectMsg("gone");
    }

    [Fact]
    public void The_message_comes_for_the_dead_too()
    {
        var watched = Spawn((_, _) => { });
        StopAndWait(watched);
        var watcher = Sys.ActorOf(Props.Create(() => new Watcher(TestActor, watched)));

        watcher.Tell(new With("gone"), TestActor);

        ExpectMsgAllOf(new[] { "ok", "gone" });
    }

    [Theory]
    [InlineData("another message", "gone", "away")]
    [InlineData("a message after none", null, "gone")]
    [InlineData("none after a message", "gone", null)]
    public void The_message_cannot_be_changed(string row, string? first, string? second)
    {
        Assert.NotEmpty(row);
        var watched = Spawn((_, _) => { });
        var watcher = Sys.ActorOf(Props.Create(() => new Watcher(TestActor, watched)));
        watcher.Tell(new With(first), TestActor);
        ExpectMsg("ok");

        watcher.Tell(new With(second), TestActor);

        ExpectMsg("refused");
    }

    [Fact]
    public void The_same_message_again_is_fine()
    {
        var watched = Spawn((_, _) => { });
        var watcher = Sys.ActorOf(Props.Create(() => new Watcher(TestActor, watched)));
        watcher.Tell(new With("gone"), TestActor);
        watcher.Tell(new With("gone"), TestActor);
        ExpectMsg("ok");
        ExpectMsg("ok");

        Sys.Stop(watched);

        ExpectMsg("gone");
        TestActor.Tell("next", ActorRefs.NoSender);
        ExpectMsg("next");
    }

    [Fact]
    public void After_unwatching_another_message_may_be_chosen()
    {
        var watched = Spawn((_, _) => { });
        var watcher = Sys.ActorOf(Props.Create(() => new Watcher(TestActor, watched)));
        watcher.Tell(new With("first"), TestActor);
        watcher.Tell("unwatch", TestActor);
        watcher.Tell(new With("second"), TestActor);
        ReceiveN(3);

        Sys.Stop(watched);

        ExpectMsg("second");
    }

    [Fact]
    public void Terminated_that_nobody_handles_is_a_death_pact()
    {
        var watched = Spawn((_, _) => { });
        var parent = Sys.ActorOf(Parent.Props(new OneForOneStrategy(failure =>
        {
            TestActor.Tell(failure is DeathPactException pact ? pact.DeadActor : failure);
            return Directive.Stop;
        })));
        var watcher = SpawnUnder(parent, Props.Create(() => new Bound(watched)));
        Watch(watcher);
        Settle(watcher);

        Sys.Stop(watched);

        ExpectMsg(watched);
        ExpectTerminated(watcher);
    }

    [Fact]
    public void A_message_of_ones_own_makes_no_death_pact()
    {
        var watched = Spawn((_, _) => { });
        var watcher = Sys.ActorOf(Props.Create(() => new Careless(watched)));
        Settle(watcher);
        StopAndWait(watched);
        Settle(watcher);

        watcher.Tell("alive?", TestActor);

        ExpectMsg("alive");
    }

    private sealed record With(string? Message);

    private sealed class Watcher : ReceiveActor
    {
        public Watcher(IActorRef witness, IActorRef watched)
        {
            Receive<With>(with => Sender.Tell(Try(watched, with.Message)));
            Receive<string>(text => text == "unwatch", _ =>
            {
                Context.Unwatch(watched);
                Sender.Tell("ok");
            });
            Receive<string>(text => witness.Tell(text));
            Receive<Terminated>(_ => witness.Tell("terminated"));
        }

        private static string Try(IActorRef watched, string? message)
        {
            try
            {
                _ = message is null ? Context.Watch(watched) : Context.WatchWith(watched, message);
                return "ok";
            }
            catch (InvalidOperationException)
            {
                return "refused";
            }
        }
    }

    private sealed class Bound : ReceiveActor
    {
        public Bound(IActorRef watched)
        {
            Context.Watch(watched);
            Receive<int>(_ => { });
        }
    }

    private sealed class Careless : ReceiveActor
    {
        public Careless(IActorRef watched)
        {
            Context.WatchWith(watched, 1L);
            Receive<string>(_ => Sender.Tell("alive"));
        }
    }
}
