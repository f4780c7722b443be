using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Supervision;

public sealed class DeciderTests : ParityTest
{
    [Theory]
    [InlineData("an actor that could not start", typeof(ActorInitializationException), Directive.Stop)]
    [InlineData("anything else", typeof(InvalidOperationException), Directive.Restart)]
    [InlineData("anything else, again", typeof(DivideByZeroException), Directive.Restart)]
    public void The_default_decider_decides(string row, Type failure, Directive expected)
    {
        Assert.NotEmpty(row);

        var decider = SupervisorStrategy.DefaultDecider;

        Assert.Equal(expected, decider.Decide((Exception)Activator.CreateInstance(failure, "planned")!));
    }

    [Theory]
    [InlineData("a named type", typeof(ArgumentException), Directive.Resume)]
    [InlineData("another named type", typeof(InvalidOperationException), Directive.Stop)]
    [InlineData("any other", typeof(FormatException), Directive.Restart)]
    public void A_decider_can_be_made_of_pairs(string row, Type failure, Directive expected)
    {
        Assert.NotEmpty(row);
        var decider = Decider.From(
            Directive.Restart,
            KeyValuePair.Create(typeof(ArgumentException), Directive.Resume),
            KeyValuePair.Create(typeof(InvalidOperationException), Directive.Stop));

        Assert.Equal(expected, decider.Decide((Exception)Activator.CreateInstance(failure, "planned")!));
    }

    [Fact]
    public void The_first_pair_that_fits_a_derived_type_counts()
    {
        var decider = Decider.From(
            Directive.Restart,
            KeyValuePair.Create(typeof(ArgumentNullException), Directive.Stop),
            KeyValuePair.Create(typeof(ArgumentException), Directive.Resume));

        Assert.Equal(Directive.Stop, decider.Decide(new ArgumentNullException("x")));
        Assert.Equal(Directive.Resume, decider.Decide(new ArgumentOutOfRangeException("x")));
    }

    [Fact]
    public void A_decider_can_be_a_function()
    {
        var decider = Decider.From(failure => failure is FormatException ? Directive.Resume : Directive.Escalate);

        Assert.Equal(Directive.Resume, decider.Decide(new FormatException()));
        Assert.Equal(Directive.Escalate, decider.Decide(new InvalidOperationException()));
    }

    [Theory]
    [InlineData("resumed", typeof(ArgumentException), "2")]
    [InlineData("restarted", typeof(InvalidOperationException), "1")]
    public void A_strategy_asks_its_decider(string row, Type type, string expected)
    {
        Assert.NotEmpty(row);
        var parent = Sys.ActorOf(Parent.Props(new OneForOneStrategy(
            5,
            TimeSpan.FromMinutes(1),
            Decider.From(Directive.Restart, KeyValuePair.Create(typeof(ArgumentException), Directive.Resume)))));
        var child = SpawnUnder(parent, Props.Create(() => new Counter()));
        child.Tell("count", TestActor);
        ExpectMsg("1");

        child.Tell(Activator.CreateInstance(type)!, TestActor);
        child.Tell("count", TestActor);

        ExpectMsg(expected);
    }

    [Fact]
    public void The_stopping_strategy_stops_whatever_failed()
    {
        var parent = Sys.ActorOf(Parent.Props(SupervisorStrategy.StoppingStrategy));
        var child = SpawnUnder(parent, Props.Create(() => new Counter()));
        Watch(child);

        child.Tell(new InvalidOperationException("planned"), ActorRefs.NoSender);

        ExpectTerminated(child);
    }

    [Fact]
    public void A_failure_is_logged_as_an_error()
    {
        var parent = Sys.ActorOf(Parent.Props(SupervisorStrategy.DefaultStrategy));
        var child = SpawnUnder(parent, Props.Create(() => new Counter()));

        EventFilter.Exception<InvalidOperationException>("planned").ExpectOne(
            () => child.Tell(new InvalidOperationException("planned"), ActorRefs.NoSender));
    }

    [Fact]
    public void A_resumed_failure_is_logged_as_a_warning()
    {
        var parent = Sys.ActorOf(Parent.Props(new OneForOneStrategy(_ => Directive.Resume)));
        var child = SpawnUnder(parent, Props.Create(() => new Counter()));

        EventFilter.Warning(contains: "planned").ExpectOne(
            () => child.Tell(new InvalidOperationException("planned"), ActorRefs.NoSender));
    }

    private sealed class Counter : ReceiveActor
    {
        private int _count;

        public Counter()
        {
            Receive<Exception>(failure => throw failure);
            Receive<string>(_ => Sender.Tell($"{++_count}"));
        }
    }
}
