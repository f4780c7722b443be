using Akka.Actor;
using Akka.TestKit;
using Xunit.Sdk;

namespace Akka.TestKits;

public sealed class FailureTextTests : TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(20);

    private readonly TestProbe _sender;

    public FailureTextTests() => _sender = CreateTestProbe("sender");

    [Fact]
    public void Nothing_came()
    {
        var text = Failure(() => ExpectMsg<Pong>(Short));

        Assert.Matches(
            @"^Expected a message of type Akka\.TestKits\.Pong within 20 ms; nothing came \(\d+(\.\d)? ms waited\)\.\n"
            + @"By \[akka://test/system/testActor1#\d+\]\. Heard in all: nothing\.$", text);
    }

    [Fact]
    public void Another_message_came()
    {
        Say(new Ping(1), new Pong("late"), new Mute());

        var text = Failure(() => ExpectMsg<Pong>(Short, "the first answer"));

        Assert.Matches(
            @"^Expected a message of type Akka\.TestKits\.Pong \(the first answer\); "
            + @"heard Ping \{ Number = 1 \} from \[akka://test/system/sender#\d+\] after \d+(\.\d)? ms: "
            + @"that is a Akka\.TestKits\.Ping\.\nBy \[.*\]\. Heard in all:\n"
            + @"  1\. Ping \{ Number = 1 \} from \[.*\]\n"
            + @"  2\. Pong \{ Text = late \} from \[.*\] \(not looked at yet\)\n"
            + @"  3\. Mute from \[.*\] \(not looked at yet\)$", text);
    }

    [Fact]
    public void Another_value_came()
    {
        Say("one");

        var text = Failure(() => ExpectMsg("two", Short));

        Assert.StartsWith("Expected \"two\"; heard \"one\" from [akka://test/system/sender#", text);
        Assert.Contains(": they are not equal.\nAssert.Equal() Failure", text);
    }

    [Fact]
    public void The_condition_was_not_met()
    {
        Say(7);

        var text = Failure(() => ExpectMsg<int>(number => number > 7));

        Assert.StartsWith(
            "Expected a message of type System.Int32 that meets the condition; heard Int32 7 from ", text);
        Assert.Contains(": the condition is not met.\n", text);
    }

    [Fact]
    public void Another_sender_told_it()
    {
        var other = CreateTestProbe("other");
        Say("one");

        var text = Failure(() => ExpectMsgFrom(other, "one"));

        Assert.StartsWith($"Expected \"one\" from {other.Ref}; heard \"one\" from {_sender.Ref} after ", text);
        Assert.Contains(": the sender is another one.\n", text);
    }

    [Fact]
    public void Nobody_is_called_nobody()
    {
        TestActor.Tell("one", ActorRefs.NoSender);

        Assert.Contains("heard \"one\" from nobody after", Failure(() => ExpectMsg<int>()));
    }

    [Fact]
    public void A_message_came_where_none_should()
    {
        Say("one");

        Assert.StartsWith(
            "Expected no message within 50 ms; heard \"one\" from [", Failure(() => ExpectNoMsg(50)));
    }

    [Fact]
    public void Too_few_messages_came()
    {
        Say(1, 2);

        var text = Failure(() => ReceiveN(3, Short));

        Assert.StartsWith("Expected 3 messages within 20 ms; only 2 came (", text);
        Assert.Contains("\n  1. Int32 1 from [", text);
    }

    [Fact]
    public void Some_of_all_are_missing()
    {
        Say(1, 4, 3);

        var text = Failure(() => ExpectMsgAllOf(Short, 1, 2, 3));

        Assert.StartsWith(
            "Expected [Int32 1, Int32 2, Int32 3] in any order within 20 ms; "
            + "missing: Int32 2; not expected: Int32 4 (", text);
    }

    [Fact]
    public void None_of_any_came()
    {
        Say("c");

        Assert.StartsWith(
            "Expected one of [\"a\", \"b\"]; heard \"c\" from [", Failure(() => ExpectMsgAnyOf(["a", "b"])));
    }

    [Fact]
    public void Nothing_was_fished()
    {
        Say(1, 2);

        var text = Failure(() => FishForMessage<int>(number => number > 2, Short, "a big one"));

        Assert.StartsWith(
            "Expected among others a message of type System.Int32 that meets the condition (a big one) "
            + "within 20 ms; none came (",
            text);
        Assert.Contains("\n  2. Int32 2 from [", text);
    }

    [Fact]
    public void Another_actor_ended()
    {
        var (ends, stays) = (ActorOf(Echo.Props, "ends"), ActorOf(Echo.Props, "stays"));
        Watch(ends);
        Watch(stays);
        Sys.Stop(ends);

        var text = Failure(() => ExpectTerminated(stays));

        Assert.StartsWith($"Expected the end of {stays} (Terminated); heard ", text);
        Assert.Contains(": another actor has ended.\n", text);
    }

    [Fact]
    public void A_long_history_is_shortened()
    {
        Say([.. Enumerable.Range(1, 40).Cast<object>()]);
        ReceiveN(15);

        var lines = Failure(() => ExpectMsg<string>()).Split('\n')[2..];

        Assert.Equal("  ... 6 before these", lines[0]);
        Assert.StartsWith("  7. Int32 7 from", lines[1]);
        Assert.StartsWith("  16. Int32 16 from", lines[10]);
        Assert.StartsWith("  17. Int32 17 from", lines[11]);
        Assert.Equal("  ... and 14 more, not looked at yet", lines[^1]);
    }

    [Fact]
    public void A_condition_never_held()
    {
        var text = Failure(() => AwaitCondition(() => false, Short, "the book is filled"));

        Assert.StartsWith("The condition must hold within 20 ms (the book is filled); it never did.", text);
    }

    [Fact]
    public void The_last_failure_of_an_awaited_assertion_is_the_cause()
    {
        var tries = 0;

        var failure = Assert.ThrowsAny<XunitException>(
            () => AwaitAssert(() => throw new InvalidOperationException($"try {++tries}"), Short));

        var cause = Assert.IsType<InvalidOperationException>(failure.InnerException);
        Assert.Equal($"try {tries}", cause.Message);
        Assert.True(tries > 1);
        Assert.StartsWith($"The assertion must hold within 20 ms; it failed {tries} times (", failure.Message);
        Assert.EndsWith($"the last time so: try {tries}", failure.Message);
    }

    [Fact]
    public async Task Async_expectations_say_the_same()
    {
        Say(new Ping(1));

        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => ExpectMsgAsync<Pong>(Short).AsTask());

        Assert.StartsWith(
            "Expected a message of type Akka.TestKits.Pong; heard Ping { Number = 1 } from [", failure.Message);
    }

    private static string Failure(Action expectation) => Assert.ThrowsAny<XunitException>(expectation).Message;

    private void Say(params object[] messages)
    {
        foreach (var message in messages)
        {
            _sender.Send(TestActor, message);
        }
    }
}
