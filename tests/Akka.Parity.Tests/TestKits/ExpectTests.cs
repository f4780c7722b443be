using Akka.Actor;
using Akka.Parity.Tests.Support;
using Xunit.Sdk;

namespace Akka.Parity.Tests.TestKits;

public sealed class ExpectTests : ParityTest
{
    private static readonly TimeSpan Tiny = TimeSpan.FromMilliseconds(20);

    [Fact]
    public void ExpectMsg_gives_the_message_of_the_type()
    {
        Hear("x");

        Assert.Equal("x", ExpectMsg<string>());
    }

    [Fact]
    public void ExpectMsg_of_another_type_fails_and_names_both()
    {
        Hear("what came");

        var failure = Assert.ThrowsAny<XunitException>(() => ExpectMsg<int>());

        Assert.Contains("Int32", failure.Message, StringComparison.Ordinal);
        Assert.Contains("what came", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExpectMsg_of_another_value_fails_and_names_both()
    {
        Hear("came");

        var failure = Assert.ThrowsAny<XunitException>(() => ExpectMsg("wanted"));

        Assert.Contains("wanted", failure.Message, StringComparison.Ordinal);
        Assert.Contains("came", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExpectMsg_takes_a_condition()
    {
        Hear(7);
        Hear(8);

        Assert.Equal(7, ExpectMsg<int>(number => number > 6));
        var failure = Assert.ThrowsAny<XunitException>(
            () => ExpectMsg<int>(number => number > 10, hint: "more than ten"));
        Assert.Contains("more than ten", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExpectMsg_takes_assertions_on_message_and_sender()
    {
        var sender = CreateTestProbe();
        TestActor.Tell("x", sender.Ref);

        ExpectMsg<string>((message, from) =>
        {
            Assert.Equal("x", message);
            Assert.Equal(sender.Ref, from);
        });
    }

    [Fact]
    public void ExpectMsg_fails_when_nothing_comes_and_names_what_was_wanted()
    {
        var failure = Assert.ThrowsAny<XunitException>(() => ExpectMsg<string>(Tiny));

        Assert.Contains("String", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExpectMsg_takes_one_message_at_a_time()
    {
        Hear(1);
        Hear(2);

        ExpectMsg(1);
        ExpectMsg(2);
    }

    [Fact]
    public void ExpectMsgAllOf_takes_them_in_any_order()
    {
        Hear(3);
        Hear(1);
        Hear(2);

        Assert.Equal([3, 1, 2], ExpectMsgAllOf(new[] { 1, 2, 3 }));
    }

    [Theory]
    [InlineData("one is missing", 1, 1)]
    [InlineData("one is not wanted", 1, 9)]
    public void ExpectMsgAllOf_fails_when(string row, int first, int second)
    {
        Assert.NotEmpty(row);
        Hear(first);
        Hear(second);

        var failure = Assert.ThrowsAny<XunitException>(() => ExpectMsgAllOf(new[] { 1, 2 }));

        Assert.Contains("2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExpectMsgAnyOf_takes_one_of_them()
    {
        Hear(2);
        Hear(9);

        Assert.Equal(2, ExpectMsgAnyOf(new[] { 1, 2, 3 }));
        Assert.ThrowsAny<XunitException>(() => ExpectMsgAnyOf(new[] { 1, 2, 3 }));
    }

    [Fact]
    public void ExpectNoMsg_is_content_with_silence() => ExpectNoMsg(Tiny);

    [Fact]
    public void ExpectNoMsg_fails_on_a_message_and_names_it()
    {
        Hear("surprise");

        var failure = Assert.ThrowsAny<XunitException>(() => ExpectNoMsg(TimeSpan.FromSeconds(1)));

        Assert.Contains("surprise", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExpectTerminated_wants_the_actor_it_names()
    {
        var (actor, other) = (Spawn((_, _) => { }), Spawn((_, _) => { }));
        Watch(actor);
        Sys.Stop(actor);

        Assert.ThrowsAny<XunitException>(() => ExpectTerminated(other));
    }

    [Fact]
    public void FishForMessage_passes_over_what_does_not_fit()
    {
        Hear("x");
        Hear(1);
        Hear(2);

        Assert.Equal(2, FishForMessage(message => message is 2));
    }

    [Fact]
    public void FishForMessage_fails_when_nothing_fits_in_time()
    {
        Hear("x");

        var failure = Assert.ThrowsAny<XunitException>(() => FishForMessage(message => message is 2, Tiny, "a two"));

        Assert.Contains("a two", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FishForMessage_of_a_type_passes_over_other_types()
    {
        Hear("x");
        Hear(5);

        Assert.Equal(5, FishForMessage<int>(_ => true));
    }

    [Fact]
    public void ReceiveN_gives_as_many_as_were_asked_for()
    {
        Hear(1);
        Hear("x");
        Hear(3);

        Assert.Equal(new object[] { 1, "x" }, ReceiveN(2));
        ExpectMsg(3);
    }

    [Fact]
    public void ReceiveN_fails_when_too_few_come()
    {
        Hear(1);

        Assert.ThrowsAny<XunitException>(() => ReceiveN(2, Tiny));
    }

    [Fact]
    public void ReceiveOne_gives_nothing_when_nothing_comes()
    {
        Hear("x");

        Assert.Equal("x", ReceiveOne(TimeSpan.FromSeconds(1)));
        Assert.Null(ReceiveOne(Tiny));
    }

    [Fact]
    public void ReceiveWhile_stops_at_what_does_not_fit_and_leaves_it()
    {
        Hear("a");
        Hear("b");
        Hear("end");

        Assert.Equal(["a", "b"], ReceiveWhile<string>(text => text != "end", TimeSpan.FromSeconds(3)));
        ExpectMsg("end");
    }

    [Fact]
    public void ReceiveWhile_with_a_function_stops_at_null()
    {
        Hear(1);
        Hear(2);
        Hear("end");

        var heard = ReceiveWhile(TimeSpan.FromSeconds(3), message => message is int ? $"number {message}" : null!);

        Assert.Equal(["number 1", "number 2"], heard);
        ExpectMsg("end");
    }

    [Fact]
    public void ReceiveWhile_stops_at_the_number_it_was_given()
    {
        Hear("a");
        Hear("b");
        Hear("c");

        Assert.Equal(["a", "b"], ReceiveWhile<string>(_ => true, TimeSpan.FromSeconds(3), msgs: 2));
    }

    [Fact]
    public void Ignored_messages_are_not_heard_until_they_are_again()
    {
        IgnoreMessages(message => message is int);
        Hear(1);
        Hear("x");
        ExpectMsg("x");
        IgnoreNoMessages();

        Hear(2);

        ExpectMsg(2);
    }

    private void Hear(object message) => TestActor.Tell(message, ActorRefs.NoSender);
}
