using System.Reflection;
using Akka.Actor;
using Akka.Event;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Actors;

public sealed class ReceiveActorTests : ParityTest
{
    [Theory]
    [InlineData("a type", 1, "int")]
    [InlineData("the first of two for one type", "a", "string, first")]
    [InlineData("a base type takes what none before took", 1L, "any")]
    public void The_first_handler_that_fits_takes_the_message(string row, object message, string expected)
    {
        Assert.NotEmpty(row);
        var actor = Sys.ActorOf(Props.Create(() => new FirstMatch()));

        actor.Tell(message, TestActor);

        ExpectMsg(expected);
    }

    [Theory]
    [InlineData("predicate first, true", "before", 5, "big")]
    [InlineData("predicate first, false", "before", 1, "small")]
    [InlineData("predicate last, true", "after", 5, "big")]
    [InlineData("predicate last, false", "after", 1, "small")]
    public void A_predicate_lets_a_message_pass_to_the_next_handler(
        string row, string order, int message, string expected)
    {
        Assert.NotEmpty(row);
        var actor = Sys.ActorOf(Props.Create(() => new Choosy(order == "before")));

        actor.Tell(message, TestActor);

        ExpectMsg(expected);
    }

    [Fact]
    public void A_handler_that_returns_false_lets_the_message_pass()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Declining()));

        actor.Tell("no", TestActor);
        actor.Tell("yes", TestActor);

        ExpectMsg("declined");
        ExpectMsg("taken");
    }

    [Fact]
    public void A_handler_by_runtime_type_takes_what_is_of_that_type()
    {
        var actor = Sys.ActorOf(Props.Create(() => new ByType(typeof(Exception))));

        actor.Tell(new ArgumentException("x"), TestActor);

        ExpectMsg("heard ArgumentException");
    }

    [Fact]
    public void A_handler_behind_one_for_everything_is_refused()
    {
        EventFilter.Exception<ActorInitializationException>().ExpectOne(
            () => Sys.ActorOf(Props.Create(() => new EverythingFirst())));
    }

    [Fact]
    public void A_handler_added_while_a_message_is_handled_is_refused()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Latecomer()));

        actor.Tell("add", TestActor);

        ExpectMsg("refused");
    }

    [Fact]
    public void What_no_handler_takes_is_published_as_unhandled()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var actor = Sys.ActorOf(Props.Create(() => new Declining()));

        actor.Tell(1, TestActor);

        var unhandled = ExpectMsg<UnhandledMessage>();
        Assert.Equal(1, unhandled.Message);
        Assert.Equal(TestActor, unhandled.Sender);
        Assert.Equal(actor, unhandled.Recipient);
    }

    [Fact]
    public void An_untyped_actor_says_itself_what_it_does_not_handle()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var actor = Sys.ActorOf(Props.Create(() => new Picky()));

        actor.Tell("fine", TestActor);
        actor.Tell(1, TestActor);

        ExpectMsg("fine");
        ExpectMsg<UnhandledMessage>(unhandled => unhandled.Message.Equals(1));
    }

    [Fact]
    public async Task An_actor_made_by_new_outside_of_props_is_refused()
    {
        var constructor = typeof(Choosy).GetConstructors().Single();

        await Assert.ThrowsAsync<ActorInitializationException>(
            () => OnItsOwnThread(() => constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [true], null)));
    }

    [Fact]
    public async Task The_context_is_not_there_outside_of_an_actor() =>
        await Assert.ThrowsAsync<NotSupportedException>(() => OnItsOwnThread(Peeking.Look));

    [Fact]
    public void An_actor_knows_itself_its_parent_and_its_system()
    {
        var actor = Spawn((_, context) =>
            TestActor.Tell((context.Self, context.Parent.Path.ToStringWithoutAddress(), context.System.Name)));

        actor.Tell("who", ActorRefs.NoSender);

        ExpectMsg((actor, "/user", "test"));
    }

    /// <summary>Threads of a pool may still count as those of the actor of a test that ran there.</summary>
    private static Task<T> OnItsOwnThread<T>(Func<T> function) => Task.Factory.StartNew(
        function, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private sealed class FirstMatch : ReceiveActor
    {
        public FirstMatch()
        {
            Receive<int>(_ => Sender.Tell("int"));
            Receive<string>(_ => Sender.Tell("string, first"));
            Receive<string>(_ => Sender.Tell("string, second"));
            ReceiveAny(_ => Sender.Tell("any"));
        }
    }

    private sealed class Choosy : ReceiveActor
    {
        public Choosy(bool before)
        {
            if (before)
            {
                Receive<int>(number => number > 3, _ => Sender.Tell("big"));
            }
            else
            {
                Receive<int>(_ => Sender.Tell("big"), number => number > 3);
            }

            Receive<int>(_ => Sender.Tell("small"));
        }
    }

    private sealed class Declining : ReceiveActor
    {
        public Declining()
        {
            Receive<string>(text =>
            {
                if (text == "no")
                {
                    return false;
                }

                Sender.Tell("taken");
                return true;
            });
            Receive<string>(_ => Sender.Tell("declined"));
        }
    }

    private sealed class ByType : ReceiveActor
    {
        public ByType(Type type) => Receive(type, message => Sender.Tell($"heard {message.GetType().Name}"));
    }

    private sealed class EverythingFirst : ReceiveActor
    {
        public EverythingFirst()
        {
            ReceiveAny(_ => { });
            Receive<string>(_ => { });
        }
    }

    private sealed class Latecomer : ReceiveActor
    {
        public Latecomer() => Receive<string>(_ =>
        {
            try
            {
                Receive<int>(_ => { });
            }
            catch (InvalidOperationException)
            {
                Sender.Tell("refused");
            }
        });
    }

    private sealed class Picky : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is string)
            {
                Sender.Tell(message);
                return;
            }

            Unhandled(message);
        }
    }

    private sealed class Peeking : UntypedActor
    {
        public static IActorRef Look() => Context.Self;

        protected override void OnReceive(object message) => Unhandled(message);
    }
}
