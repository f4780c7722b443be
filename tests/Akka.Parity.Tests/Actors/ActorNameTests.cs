using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Actors;

public sealed class ActorNameTests : ParityTest
{
    private readonly Props _idle = Lambda.Props((_, _) => { });

    [Theory]
    [InlineData("letters", "worker")]
    [InlineData("one letter", "w")]
    [InlineData("digits", "42")]
    [InlineData("hyphen", "a-b")]
    [InlineData("underscore", "a_b")]
    [InlineData("dot", "a.b")]
    [InlineData("colon", "a:b")]
    [InlineData("at", "a@b")]
    [InlineData("an escaped blank", "a%20b")]
    public void A_valid_name_ends_the_path(string row, string name)
    {
        Assert.NotEmpty(row);

        var actor = Sys.ActorOf(_idle, name);

        Assert.Equal(name, actor.Path.Name);
        Assert.Equal($"/user/{name}", actor.Path.ToStringWithoutAddress());
    }

    [Theory]
    [InlineData("empty", "")]
    [InlineData("a dollar in front", "$worker")]
    [InlineData("blank", "a b")]
    [InlineData("slash", "a/b")]
    [InlineData("hash", "a#b")]
    [InlineData("question mark", "a?b")]
    [InlineData("umlaut", "ä")]
    [InlineData("an escape that is none", "a%zz")]
    [InlineData("an escape cut short", "a%2")]
    public void An_invalid_name_is_refused(string row, string name)
    {
        Assert.NotEmpty(row);

        Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(_idle, name));
    }

    [Fact]
    public void A_name_in_use_is_refused_and_named()
    {
        Sys.ActorOf(_idle, "taken");

        var refusal = Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(_idle, "taken"));

        Assert.Contains("taken", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_name_may_be_used_under_another_parent()
    {
        var first = Sys.ActorOf(Parent.Props(SupervisorStrategy.DefaultStrategy));
        var second = Sys.ActorOf(Parent.Props(SupervisorStrategy.DefaultStrategy));

        Assert.NotEqual(SpawnUnder(first, _idle, "child"), SpawnUnder(second, _idle, "child"));
    }

    [Fact]
    public void Without_a_name_actors_get_names_of_their_own()
    {
        var names = Enumerable.Range(0, 100).Select(_ => Sys.ActorOf(_idle).Path.Name).ToList();

        Assert.All(names, name => Assert.StartsWith("$", name, StringComparison.Ordinal));
        Assert.Equal(100, names.Distinct().Count());
    }

    [Fact]
    public void A_parent_may_give_the_name_again_once_it_has_heard_of_the_end()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Renewer(TestActor, _idle)));
        var first = ExpectMsg<IActorRef>();

        parent.Tell("renew", ActorRefs.NoSender);

        var second = ExpectMsg<IActorRef>();
        Assert.Equal(first.Path, second.Path);
        Assert.NotEqual(first, second);
        Assert.NotEqual(first.Path.Uid, second.Path.Uid);
    }

    [Fact]
    public void The_old_reference_does_not_reach_the_next_incarnation()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Renewer(TestActor, Lambda.Props((m, _) => TestActor.Tell(m)))));
        var first = ExpectMsg<IActorRef>();
        parent.Tell("renew", ActorRefs.NoSender);
        var second = ExpectMsg<IActorRef>();

        first.Tell("to the old one", ActorRefs.NoSender);
        second.Tell("to the new one", ActorRefs.NoSender);

        ExpectMsg("to the new one");
    }

    private sealed class Renewer : ReceiveActor
    {
        public Renewer(IActorRef witness, Props props)
        {
            var child = Context.Watch(Context.ActorOf(props, "child"));
            witness.Tell(child);
            Receive<string>(_ => Context.Stop(child));
            Receive<Terminated>(_ => witness.Tell(Context.ActorOf(props, "child")));
        }
    }
}
