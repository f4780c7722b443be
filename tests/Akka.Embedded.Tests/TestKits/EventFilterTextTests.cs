using Akka.Actor;
using Akka.Event;
using Xunit.Sdk;

namespace Akka.TestKits;

public sealed class EventFilterTextTests : TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void What_was_logged_is_listed()
    {
        var text = Failure(() => EventFilter.Error(start: "bad", source: "/user/desk").ExpectOne(Short, () =>
        {
            Log.Info("open for {0}", "trade");
            Log.Error(new InvalidOperationException("worse"), "closed");
        }));

        Assert.Equal(
            """
            Expected to be logged once: Error that starts with "bad" from /user/desk. Within 50 ms it was never.
            Logged meanwhile (akka.loglevel = INFO):
              1. Info from SOURCE: open for trade
              2. Error from SOURCE: closed [InvalidOperationException: worse]
            """.ReplaceLineEndings("\n"),
            text.Replace($"{GetType()}(akka://test)", "SOURCE", StringComparison.Ordinal));
    }

    [Fact]
    public void Silence_is_called_nothing()
    {
        var text = Failure(() => EventFilter.Warning().ExpectOne(Short, () => { }));

        Assert.EndsWith("Logged meanwhile (akka.loglevel = INFO): nothing.", text);
    }

    [Fact]
    public void Too_many_events_are_found_though_the_wait_ended_with_the_last_expected_one()
    {
        var text = Failure(() => EventFilter.Info(contains: "tick").Expect(2, () =>
        {
            for (var i = 1; i <= 3; i++)
            {
                Log.Info("tick {0}", i);
            }
        }));

        Assert.StartsWith("Expected to be logged 2 times: Info that contains \"tick\". It was 3 times.", text);
        Assert.Contains(": tick 3 (counted)", text);
    }

    [Fact]
    public void An_event_where_none_should_be_ends_the_wait_at_once()
    {
        var start = Now;

        var text = Failure(() => EventFilter.Info("tick").Expect(0, TimeSpan.FromSeconds(30), () => Log.Info("tick")));

        Assert.StartsWith("Expected to be logged never: Info with the message \"tick\". It was once.", text);
        Assert.True(Now - start < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Dead_letters_are_named_with_sender_and_receiver()
    {
        var gone = ActorOf(Echo.Props, "gone");
        Watch(gone);
        Sys.Stop(gone);
        ExpectTerminated(gone);

        var text = Failure(() => EventFilter.DeadLetter<int>("/user/gone").ExpectOne(Short, () => gone.Tell("hello")));

        Assert.StartsWith("Expected to be logged once: DeadLetter of Int32 to /user/gone. ", text);
        Assert.Contains($"DeadLetter \"hello\" from {TestActor} to {gone}", text);
    }

    [Fact]
    public void Filters_that_are_joined_are_both_named()
    {
        var text = Failure(() => EventFilter.Error("a").And.Warning("b").ExpectOne(Short, () => { }));

        Assert.StartsWith(
            "Expected to be logged once: Error with the message \"a\", or Warning with the message \"b\".", text);
    }

    [Fact]
    public void An_event_that_two_joined_filters_match_counts_once() =>
        EventFilter.Info(start: "ti").And.Info(contains: "ck").ExpectOne(() => Log.Info("tick"));

    [Fact]
    public void Filters_inside_others_count_as_well() => EventFilter.Info().Expect(
        2, () => EventFilter.Info("inner").ExpectOne(() =>
        {
            Log.Info("outer");
            Log.Info("inner");
        }));

    [Fact]
    public async Task A_system_without_the_listener_is_named()
    {
        var system = ActorSystem.Create("bare");
        var probe = CreateTestProbe(system);

        var text = Failure(() => probe.EventFilter.Error().ExpectOne(() => { }));

        await system.Terminate();
        Assert.StartsWith("Event filters need the logger \"Akka.TestKit.TestEventListener, Akka.TestKit\"; ", text);
        Assert.Contains("akka.loggers of bare is [\"Akka.Event.DefaultLogger\"]", text);
    }

    private static string Failure(Action expectation) => Assert.ThrowsAny<XunitException>(expectation).Message;
}
