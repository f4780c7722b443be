using Akka.Actor;
using Akka.Configuration;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Actors;

public sealed class PropsTests : ParityTest
{
    [Fact]
    public void An_expression_names_type_and_arguments()
    {
        var props = Props.Create(() => new Greeter("hello", 2));

        Assert.Equal(typeof(Greeter), props.Type);
        Assert.Equal(["hello", 2], props.Arguments);
        Assert.Equal("hello hello", GreetingOf(props));
    }

    [Fact]
    public void A_type_and_its_arguments_do_the_same()
    {
        var type = typeof(Greeter);

        Assert.Equal("hi", GreetingOf(Props.Create(type, "hi", 1)));
    }

    [Fact]
    public void A_type_argument_and_its_arguments_do_the_same() =>
        Assert.Equal("hi", GreetingOf(Props.Create<Greeter>("hi", 1)));

    [Fact]
    public void A_type_without_arguments_is_made_by_its_default_constructor() =>
        Assert.Equal("nothing to say", GreetingOf(Props.Create<Greeter>()));

    [Fact]
    public void ActorOf_takes_the_type_alone() =>
        Assert.Equal("nothing to say", Greeting(Sys.ActorOf<Greeter>("greeter")));

    [Fact]
    public void Arguments_are_taken_when_the_props_are_made()
    {
        var text = "before";
        var props = Props.Create(() => new Greeter(text, 1));
        text = "after";

        Assert.Equal("before", GreetingOf(props));
        Assert.Equal("after", text);
    }

    [Fact]
    public void One_recipe_makes_many_actors()
    {
        var props = Props.Create(() => new Greeter("x", 1));

        Assert.NotEqual(Sys.ActorOf(props), Sys.ActorOf(props));
    }

    [Fact]
    public void Dispatcher_mailbox_and_strategy_are_set_on_a_copy()
    {
        var strategy = new AllForOneStrategy(_ => Directive.Stop);
        var plain = Props.Create<Greeter>();

        var full = plain.WithDispatcher("some.dispatcher").WithMailbox("some.mailbox").WithSupervisorStrategy(strategy);

        Assert.Equal("some.dispatcher", full.Dispatcher);
        Assert.Equal("some.mailbox", full.Mailbox);
        Assert.Same(strategy, full.SupervisorStrategy);
        Assert.NotEqual("some.dispatcher", plain.Dispatcher);
        Assert.NotSame(strategy, plain.SupervisorStrategy);
    }

    [Fact]
    public void The_strategy_of_the_props_supervises_the_children()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Plain())
            .WithSupervisorStrategy(new OneForOneStrategy(_ => Directive.Stop)));
        var child = SpawnUnder(parent, Witnessed.Props(ActorRefs.Nobody));
        Watch(child);

        child.Tell(new InvalidOperationException("planned"), ActorRefs.NoSender);

        ExpectTerminated(child);
    }

    [Fact]
    public void An_expression_that_is_no_new_is_refused() =>
        Assert.Throws<ArgumentException>(() => Props.Create(() => Make()));

    [Fact]
    public void A_missing_type_is_refused() =>
        Assert.Throws<ArgumentNullException>(() => Props.Create((Type)null!));

    [Fact]
    public void Arguments_that_no_constructor_takes_fail_the_start_and_stop_the_actor()
    {
        IActorRef? actor = null;

        EventFilter.Exception<ActorInitializationException>().ExpectOne(
            () => actor = Sys.ActorOf(Props.Create<Greeter>(1, 2, 3)));

        Watch(actor!);
        ExpectTerminated(actor!);
    }

    [Theory]
    [InlineData("dispatcher")]
    [InlineData("mailbox")]
    public void An_unknown_dispatcher_or_mailbox_is_refused_and_named(string what)
    {
        var props = what == "dispatcher"
            ? Props.Create<Greeter>().WithDispatcher("no.such.thing")
            : Props.Create<Greeter>().WithMailbox("no.such.thing");

        var refusal = Assert.Throws<ConfigurationException>(() => Sys.ActorOf(props));

        Assert.Contains("no.such.thing", refusal.ToString(), StringComparison.Ordinal);
    }

    private static Greeter Make() => null!;

    private string GreetingOf(Props props) => Greeting(Sys.ActorOf(props));

    private string Greeting(IActorRef greeter)
    {
        greeter.Tell("greet", TestActor);
        return ExpectMsg<string>();
    }

    private sealed class Greeter : ReceiveActor
    {
        public Greeter()
            : this("nothing to say", 1)
        {
        }

        public Greeter(string text, int times) =>
            ReceiveAny(_ => Sender.Tell(string.Join(' ', Enumerable.Repeat(text, times))));
    }

    private sealed class Plain : ReceiveActor
    {
        public Plain() => Receive<Parent.Spawn>(spawn => Sender.Tell(Context.ActorOf(spawn.Props, spawn.Name)));
    }
}
