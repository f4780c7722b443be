using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Actors;

public sealed class ReceiveAsyncTests : ParityTest
{
    [Fact]
    public void Messages_keep_their_order_over_awaits()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Awaiting(TestActor)));

        for (var i = 0; i < 100; i++)
        {
            actor.Tell(i, ActorRefs.NoSender);
        }

        Assert.Equal(Enumerable.Range(0, 100).Cast<object>(), ReceiveN(100));
    }

    [Fact]
    public void No_other_message_is_handled_while_one_is_awaited()
    {
        var source = new TaskCompletionSource();
        var actor = Sys.ActorOf(Props.Create(() => new Gated(TestActor, source.Task)));
        actor.Tell("gate", ActorRefs.NoSender);
        actor.Tell("behind", ActorRefs.NoSender);
        ExpectMsg("entered");
        TestActor.Tell("nothing came between", ActorRefs.NoSender);
        ExpectMsg("nothing came between");

        source.SetResult();

        ExpectMsg("left");
        ExpectMsg("behind");
    }

    [Fact]
    public void Sender_and_self_are_the_same_after_an_await()
    {
        var sender = CreateTestProbe();
        var actor = Sys.ActorOf(Props.Create(() => new Remembering()));

        actor.Tell("x", sender.Ref);
        actor.Tell("y", TestActor);

        sender.ExpectMsg((sender.Ref, actor));
        ExpectMsg((TestActor, actor));
    }

    [Fact]
    public void State_is_safe_over_awaits()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Counting()));

        for (var i = 0; i < 200; i++)
        {
            actor.Tell("add", ActorRefs.NoSender);
        }

        actor.Tell("total", TestActor);
        ExpectMsg(200);
    }

    [Fact]
    public void A_failure_after_an_await_is_the_supervisor_s_affair()
    {
        var parent = Sys.ActorOf(Parent.Props(new OneForOneStrategy(failure =>
        {
            TestActor.Tell(failure.GetType().Name);
            return Directive.Stop;
        })));
        var child = SpawnUnder(parent, Props.Create(() => new FailingLater()));
        Watch(child);

        child.Tell("fail", ActorRefs.NoSender);

        ExpectMsg(nameof(FormatException));
        ExpectTerminated(child);
    }

    [Fact]
    public void An_async_handler_takes_a_predicate()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Selective()));

        actor.Tell(1, TestActor);
        actor.Tell(5, TestActor);

        ExpectMsg("small");
        ExpectMsg("big");
    }

    [Fact]
    public void An_async_handler_for_everything_takes_the_rest()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Selective()));

        actor.Tell("text", TestActor);

        ExpectMsg("any");
    }

    [Fact]
    public void A_stop_does_not_wait_for_the_end_of_an_await()
    {
        var source = new TaskCompletionSource();
        var actor = Sys.ActorOf(Props.Create(() => new Gated(TestActor, source.Task)));
        Watch(actor);
        actor.Tell("gate", ActorRefs.NoSender);
        ExpectMsg("entered");

        Sys.Stop(actor);

        ExpectTerminated(actor);
        source.SetResult();
    }

    [Fact]
    public void Become_after_an_await_holds_for_the_next_message()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Turning()));

        actor.Tell("turn", TestActor);
        actor.Tell("?", TestActor);

        ExpectMsg("turned");
    }

    [Fact]
    public void RunTask_holds_the_mailbox_of_an_untyped_actor()
    {
        var source = new TaskCompletionSource();
        var actor = Sys.ActorOf(Props.Create(() => new Running(TestActor, source.Task)));
        actor.Tell("gate", ActorRefs.NoSender);
        actor.Tell("behind", ActorRefs.NoSender);
        ExpectMsg("entered");

        source.SetResult();

        ExpectMsg("left");
        ExpectMsg("behind");
    }

    private sealed class Awaiting : ReceiveActor
    {
        public Awaiting(IActorRef witness) => ReceiveAsync<int>(async number =>
        {
            if (number % 3 == 0)
            {
                await Task.Yield();
            }

            witness.Tell(number);
        });
    }

    private sealed class Gated : ReceiveActor
    {
        public Gated(IActorRef witness, Task gate)
        {
            ReceiveAsync<string>(text => text == "gate", async _ =>
            {
                witness.Tell("entered");
                await gate;
                witness.Tell("left");
            });
            ReceiveAny(message => witness.Tell(message));
        }
    }

    private sealed class Remembering : ReceiveActor
    {
        public Remembering() => ReceiveAsync<string>(async _ =>
        {
            await Task.Yield();
            Sender.Tell((Sender, Self));
        });
    }

    private sealed class Counting : ReceiveActor
    {
        private int _count;

        public Counting()
        {
            ReceiveAsync<string>(text => text == "add", async _ =>
            {
                var before = _count;
                await Task.Yield();
                _count = before + 1;
            });
            Receive<string>(_ => Sender.Tell(_count));
        }
    }

    private sealed class FailingLater : ReceiveActor
    {
        public FailingLater() => ReceiveAsync<string>(async _ =>
        {
            await Task.Yield();
            throw new FormatException("planned");
        });
    }

    private sealed class Selective : ReceiveActor
    {
        public Selective()
        {
            ReceiveAsync<int>(number => number > 3, async _ =>
            {
                await Task.Yield();
                Sender.Tell("big");
            });
            Receive<int>(_ => Sender.Tell("small"));
            ReceiveAnyAsync(async _ =>
            {
                await Task.Yield();
                Sender.Tell("any");
            });
        }
    }

    private sealed class Turning : ReceiveActor
    {
        public Turning() => ReceiveAsync<string>(async _ =>
        {
            await Task.Yield();
            Become(() => ReceiveAny(_ => Sender.Tell("turned")));
        });
    }

    private sealed class Running(IActorRef witness, Task gate) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "gate")
            {
                RunTask(async () =>
                {
                    witness.Tell("entered");
                    await gate;
                    witness.Tell("left");
                });
                return;
            }

            witness.Tell(message);
        }
    }
}
