using Akka.Actor;
using Akka.Event;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Configuration;

public sealed class EventStreamTests : ParityTest
{
    private interface INews;

    [Theory]
    [InlineData("its type", typeof(Local))]
    [InlineData("its base type", typeof(News))]
    [InlineData("its interface", typeof(INews))]
    [InlineData("everything", typeof(object))]
    public void A_subscriber_hears_what_is_published_of(string row, Type type)
    {
        Assert.NotEmpty(row);
        var probe = CreateTestProbe();
        Sys.EventStream.Subscribe(probe.Ref, type);

        Sys.EventStream.Publish(new Local("here"));

        Assert.Equal(new Local("here"), probe.FishForMessage(message => message is News));
    }

    [Fact]
    public void A_subscriber_does_not_hear_of_siblings()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Local));

        Sys.EventStream.Publish(new Foreign("there"));
        Sys.EventStream.Publish(new Local("here"));

        ExpectMsg(new Local("here"));
    }

    [Fact]
    public void Every_subscriber_hears_it()
    {
        var probes = Enumerable.Range(0, 5).Select(_ => CreateTestProbe()).ToList();
        probes.ForEach(probe => Sys.EventStream.Subscribe(probe.Ref, typeof(Local)));

        Sys.EventStream.Publish(new Local("here"));

        probes.ForEach(probe => probe.ExpectMsg(new Local("here")));
    }

    [Fact]
    public void Subscribing_twice_is_subscribing_once()
    {
        Assert.True(Sys.EventStream.Subscribe(TestActor, typeof(Local)));
        Assert.False(Sys.EventStream.Subscribe(TestActor, typeof(Local)));

        Sys.EventStream.Publish(new Local("once"));
        TestActor.Tell("next", ActorRefs.NoSender);

        ExpectMsg(new Local("once"));
        ExpectMsg("next");
    }

    [Fact]
    public void Who_unsubscribes_hears_no_more()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Local));
        Sys.EventStream.Subscribe(TestActor, typeof(Foreign));

        Assert.True(Sys.EventStream.Unsubscribe(TestActor, typeof(Local)));
        Sys.EventStream.Publish(new Local("here"));
        Sys.EventStream.Publish(new Foreign("there"));

        ExpectMsg(new Foreign("there"));
    }

    [Fact]
    public void Who_unsubscribes_from_everything_hears_nothing()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Local));
        Sys.EventStream.Subscribe(TestActor, typeof(Foreign));

        Sys.EventStream.Unsubscribe(TestActor);
        Sys.EventStream.Publish(new Local("here"));
        Sys.EventStream.Publish(new Foreign("there"));
        TestActor.Tell("next", ActorRefs.NoSender);

        ExpectMsg("next");
    }

    [Fact]
    public void A_dead_letter_names_message_sender_and_recipient()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var (sender, actor) = (CreateTestProbe(), Spawn((_, _) => { }));
        StopAndWait(actor);

        actor.Tell("late", sender.Ref);

        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal("late", letter.Message);
        Assert.Equal(sender.Ref, letter.Sender);
        Assert.Equal(actor, letter.Recipient);
    }

    [Fact]
    public void What_is_told_to_the_dead_letters_is_one()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        Sys.DeadLetters.Tell("x", TestActor);

        ExpectMsg<DeadLetter>(letter => letter.Message.Equals("x") && letter.Sender.Equals(TestActor));
    }

    [Fact]
    public void Dead_letters_of_every_kind_have_one_base()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));
        var actor = Spawn((_, _) => { });
        StopAndWait(actor);

        actor.Tell(new Hushed(), TestActor);
        actor.Tell("loud", TestActor);

        ExpectMsg<SuppressedDeadLetter>(letter => letter.Message is Hushed);
        ExpectMsg<DeadLetter>(letter => letter.Message.Equals("loud"));
    }

    [Fact]
    public void A_hushed_message_makes_no_dead_letter()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var actor = Spawn((_, _) => { });
        StopAndWait(actor);

        actor.Tell(new Hushed(), TestActor);
        actor.Tell("loud", TestActor);

        ExpectMsg<DeadLetter>(letter => letter.Message.Equals("loud"));
    }

    [Fact]
    public void A_subscriber_that_has_ended_is_forgotten()
    {
        var probe = CreateTestProbe();
        Sys.EventStream.Subscribe(probe.Ref, typeof(Local));
        StopAndWait(probe.Ref);

        AwaitAssert(() =>
        {
            var letters = CreateTestProbe();
            Sys.EventStream.Subscribe(letters.Ref, typeof(DeadLetter));
            Sys.EventStream.Publish(new Local("here"));
            Sys.DeadLetters.Tell("mark", TestActor);
            letters.ExpectMsg<DeadLetter>(letter => letter.Message.Equals("mark"));
        });
    }

    private record News(string Text) : INews;

    private sealed record Local(string Text) : News(Text);

    private sealed record Foreign(string Text) : News(Text);

    private sealed record Hushed : IDeadLetterSuppression;
}
