using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Actors;

public sealed class ActorPathTests : ParityTest
{
    private readonly ActorPath _path = ActorPath.Parse("akka://sys/user/a/b");

    [Fact]
    public void A_parsed_path_prints_as_it_was_written()
    {
        Assert.Equal("akka://sys/user/a/b", _path.ToString());
        Assert.Equal("/user/a/b", _path.ToStringWithoutAddress());
    }

    [Fact]
    public void A_path_knows_its_parts()
    {
        Assert.Equal("b", _path.Name);
        Assert.Equal(["user", "a", "b"], _path.Elements);
        Assert.Equal("akka://sys/user/a", _path.Parent.ToString());
        Assert.Equal("akka://sys/", _path.Root.ToString());
        Assert.Equal("akka://sys", _path.Address.ToString());
        Assert.Equal("sys", _path.Address.System);
    }

    [Fact]
    public void A_path_with_a_host_keeps_host_and_port()
    {
        var address = ActorPath.Parse("akka.tcp://sys@box:4711/user/a").Address;

        Assert.Equal(new Address("akka.tcp", "sys", "box", 4711), address);
        Assert.Equal("akka.tcp://sys@box:4711", address.ToString());
    }

    [Theory]
    [InlineData("no scheme", "user/a")]
    [InlineData("words", "not a path")]
    [InlineData("nothing", "")]
    public void What_is_no_path_does_not_parse(string row, string text)
    {
        Assert.NotEmpty(row);

        Assert.False(ActorPath.TryParse(text, out _));
        Assert.Throws<UriFormatException>(() => ActorPath.Parse(text));
    }

    [Fact]
    public void A_slash_goes_one_step_down()
    {
        var root = new RootActorPath(new Address("akka", "sys"));

        Assert.Equal(_path, root / "user" / "a" / "b");
        Assert.Equal(_path, root / new[] { "user", "a", "b" });
    }

    [Theory]
    [InlineData("the same", "akka://sys/user/a/b", true)]
    [InlineData("another name", "akka://sys/user/a/c", false)]
    [InlineData("another parent", "akka://sys/user/x/b", false)]
    [InlineData("another system", "akka://other/user/a/b", false)]
    [InlineData("one more element", "akka://sys/user/a/b/c", false)]
    public void Paths_are_equal_by_what_they_say(string row, string other, bool equal)
    {
        Assert.NotEmpty(row);

        Assert.Equal(equal, _path == ActorPath.Parse(other));
        Assert.Equal(equal, _path.Equals(ActorPath.Parse(other)));
        Assert.Equal(!equal, _path != ActorPath.Parse(other));
    }

    [Fact]
    public void Paths_of_two_incarnations_are_equal_and_hash_alike()
    {
        var (first, second) = (_path.WithUid(1), _path.WithUid(2));

        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.Equal(1, first.Uid);
    }

    [Fact]
    public void A_path_orders_by_its_text()
    {
        Assert.True(_path.CompareTo(ActorPath.Parse("akka://sys/user/a/c")) < 0);
        Assert.True(_path.CompareTo(ActorPath.Parse("akka://sys/user/a/a")) > 0);
        Assert.Equal(0, _path.CompareTo(ActorPath.Parse("akka://sys/user/a/b")));
    }

    [Fact]
    public void An_actor_s_path_is_its_place_in_the_hierarchy()
    {
        var parent = Sys.ActorOf(Parent.Props(SupervisorStrategy.DefaultStrategy), "parent");
        var child = SpawnUnder(parent, Lambda.Props((_, _) => { }), "child");

        Assert.Equal("akka://test/user/parent/child", child.Path.ToString());
        Assert.Equal(parent.Path, child.Path.Parent);
        Assert.Equal(new Address("akka", "test"), child.Path.Address);
    }

    [Fact]
    public void An_incarnation_has_a_uid_and_shows_it_when_asked()
    {
        var actor = Spawn((_, _) => { }, "one");

        Assert.NotEqual(0, actor.Path.Uid);
        Assert.Equal($"akka://test/user/one#{actor.Path.Uid}", actor.Path.ToStringWithUid());
    }

    [Theory]
    [InlineData("plain", "a-b", true)]
    [InlineData("escaped", "a%20b", true)]
    [InlineData("empty", "", false)]
    [InlineData("dollar", "$a", false)]
    [InlineData("blank", "a b", false)]
    public void An_element_can_be_checked_beforehand(string row, string element, bool valid)
    {
        Assert.NotEmpty(row);

        Assert.Equal(valid, ActorPath.IsValidPathElement(element));
    }

    [Fact]
    public void References_are_equal_when_path_and_incarnation_are()
    {
        var actor = Spawn((_, _) => { }, "same");
        Sys.ActorSelection("/user/same").Tell(new Identify(1), TestActor);

        var found = ExpectMsg<ActorIdentity>().Subject;

        Assert.Equal(actor, found);
        Assert.Equal(actor.GetHashCode(), found!.GetHashCode());
        Assert.Equal(0, actor.CompareTo(found));
    }
}
