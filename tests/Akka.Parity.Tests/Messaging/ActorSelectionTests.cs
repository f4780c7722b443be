using Akka.Actor;
using Akka.Event;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Messaging;

public sealed class ActorSelectionTests : ParityTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Impatience = TimeSpan.FromMilliseconds(50);

    private readonly IActorRef _family;
    private readonly IActorRef _anna;
    private readonly IActorRef _berta;

    public ActorSelectionTests()
    {
        _family = Sys.ActorOf(Parent.Props(SupervisorStrategy.DefaultStrategy), "family");
        _anna = SpawnUnder(_family, Lambda.Props(Say), "anna");
        _berta = SpawnUnder(_family, Lambda.Props(Say), "berta");
    }

    [Theory]
    [InlineData("absolute", "/user/family/anna")]
    [InlineData("up and down", "/user/family/berta/../anna")]
    [InlineData("with the system's address", "akka://test/user/family/anna")]
    [InlineData("a pattern that one name fits", "/user/family/an*")]
    [InlineData("one letter open", "/user/family/ann?")]
    public void A_path_reaches_the_actor_that_lives_there(string row, string path)
    {
        Assert.NotEmpty(row);

        Sys.ActorSelection(path).Tell("x", TestActor);

        ExpectMsg("anna heard x");
    }

    [Fact]
    public void A_wildcard_reaches_every_child()
    {
        Sys.ActorSelection("/user/family/*").Tell("x", TestActor);

        ExpectMsgAllOf(new[] { "anna heard x", "berta heard x" });
    }

    [Theory]
    [InlineData("a sibling", "../berta", "berta heard x")]
    [InlineData("oneself through the parent", "../anna", "anna heard x")]
    public void A_relative_path_starts_at_the_actor_that_selects(string row, string path, string expected)
    {
        Assert.NotEmpty(row);

        _anna.Tell(new Select(path), TestActor);

        ExpectMsg(expected);
    }

    [Fact]
    public void A_child_is_selected_by_its_name_alone()
    {
        var parent = Spawn((_, context) =>
        {
            context.ActorOf(Lambda.Props(Say), "dora");
            context.ActorSelection("dora").Tell("x", TestActor);
        });

        parent.Tell("go", ActorRefs.NoSender);

        ExpectMsg("dora heard x");
    }

    [Fact]
    public void A_message_to_nobody_there_is_a_dead_letter()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        Sys.ActorSelection("/user/family/zoe").Tell("x", TestActor);

        ExpectMsg<DeadLetter>(letter => letter.Message.Equals("x"));
    }

    [Fact]
    public void A_selection_finds_the_next_incarnation_too()
    {
        var selection = Sys.ActorSelection("/user/solo");
        StopAndWait(Spawn(Say, "solo"));
        AwaitAssert(() => Spawn(Say, "solo"));

        selection.Tell("x", TestActor);

        ExpectMsg("solo heard x");
    }

    [Fact]
    public async Task ResolveOne_gives_the_reference() =>
        Assert.Equal(_anna, await Sys.ActorSelection("/user/family/anna").ResolveOne(Patience));

    [Fact]
    public async Task ResolveOne_fails_when_nobody_is_there() =>
        await Assert.ThrowsAsync<ActorNotFoundException>(
            () => Sys.ActorSelection("/user/family/zoe").ResolveOne(Impatience));

    [Fact]
    public void Identify_is_answered_with_its_id_and_the_reference()
    {
        _berta.Tell(new Identify(17), TestActor);

        var identity = ExpectMsg<ActorIdentity>();
        Assert.Equal(17, identity.MessageId);
        Assert.Equal(_berta, identity.Subject);
    }

    [Fact]
    public void Identify_of_nobody_is_answered_without_a_reference()
    {
        Sys.ActorSelection("/user/family/zoe").Tell(new Identify("who"), TestActor);

        var identity = ExpectMsg<ActorIdentity>();
        Assert.Equal("who", identity.MessageId);
        Assert.Null(identity.Subject);
    }

    [Fact]
    public void A_selection_tells_its_path() =>
        Assert.Equal("/user/family/anna", Sys.ActorSelection("/user/family/anna").PathString);

    private static void Say(object message, IUntypedActorContext context)
    {
        if (message is Select select)
        {
            context.ActorSelection(select.Path).Tell("x", context.Sender);
            return;
        }

        context.Sender.Tell($"{context.Self.Path.Name} heard {message}");
    }

    private sealed record Select(string Path);
}
