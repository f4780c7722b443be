using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;
using Akka.Parity.Tests.Support;
using Xunit.Sdk;

namespace Akka.Parity.Tests.TestKits;

public sealed class EventFilterTests() : ParityTest("akka { loglevel = DEBUG, test.filter-leeway = 3s }")
{
    private static readonly TimeSpan Tiny = TimeSpan.FromMilliseconds(50);

    [Theory]
    [InlineData("debug", LogLevel.DebugLevel)]
    [InlineData("info", LogLevel.InfoLevel)]
    [InlineData("warning", LogLevel.WarningLevel)]
    [InlineData("error", LogLevel.ErrorLevel)]
    public void An_event_is_expected_by_level_and_text(string row, LogLevel level) =>
        EventFilter.ForLogLevel(level, message: row).ExpectOne(() => Sys.Log.Log(level, row));

    [Theory]
    [InlineData("whole", "low on memory", null, null)]
    [InlineData("start", null, "low", null)]
    [InlineData("part", null, null, "on mem")]
    public void A_text_fits_by(string row, string? message, string? start, string? contains)
    {
        Assert.NotEmpty(row);

        EventFilter.Warning(message, start, contains).ExpectOne(() => Sys.Log.Warning("low on memory"));
    }

    [Fact]
    public void A_text_fits_by_pattern() =>
        EventFilter.Info(new Regex("^order [0-9]+ filled$")).ExpectOne(() => Sys.Log.Info("order 4711 filled"));

    [Fact]
    public void An_event_is_expected_by_its_source()
    {
        var actor = Spawn((message, context) => context.GetLogger().Info("{0}", message), "source");

        EventFilter.Info("x", source: actor.Path.ToString()).ExpectOne(() => actor.Tell("x", ActorRefs.NoSender));
    }

    [Fact]
    public void As_many_events_as_were_said_are_expected() => EventFilter.Info("again").Expect(3, () =>
    {
        Sys.Log.Info("again");
        Sys.Log.Info("another");
        Sys.Log.Info("again");
        Sys.Log.Info("again");
    });

    [Fact]
    public void An_event_that_does_not_come_is_a_failure() => Assert.ThrowsAny<XunitException>(
        () => EventFilter.Info("never").ExpectOne(Tiny, () => Sys.Log.Info("something else")));

    [Fact]
    public void Too_many_events_are_a_failure() => Assert.ThrowsAny<XunitException>(
        () => EventFilter.Info("again").ExpectOne(() =>
        {
            Sys.Log.Info("again");
            Sys.Log.Info("again");
            EventFilter.Info("all have been seen").ExpectOne(() => Sys.Log.Info("all have been seen"));
        }));

    [Fact]
    public void An_event_of_another_level_does_not_count() => Assert.ThrowsAny<XunitException>(
        () => EventFilter.Warning("text").ExpectOne(Tiny, () => Sys.Log.Info("text")));

    [Fact]
    public void An_exception_is_expected_by_type_and_text() =>
        EventFilter.Exception<InvalidOperationException>("planned").ExpectOne(
            () => Sys.Log.Error(new InvalidOperationException("planned"), "planned"));

    [Fact]
    public void Another_exception_does_not_count() => Assert.ThrowsAny<XunitException>(
        () => EventFilter.Exception<FormatException>().ExpectOne(
            Tiny, () => Sys.Log.Error(new InvalidOperationException("planned"), "planned")));

    [Fact]
    public void Events_are_expected_by_a_function() =>
        EventFilter.Custom(logEvent => logEvent is Warning && logEvent.Message.ToString() == "odd").ExpectOne(
            () => Sys.Log.Warning("odd"));

    [Fact]
    public void A_dead_letter_is_expected_by_type()
    {
        var actor = Spawn((_, _) => { });
        StopAndWait(actor);

        EventFilter.DeadLetter<int>().ExpectOne(() =>
        {
            actor.Tell("text", ActorRefs.NoSender);
            actor.Tell(1, ActorRefs.NoSender);
        });
    }

    [Fact]
    public void Dead_letters_are_expected_of_any_type()
    {
        var actor = Spawn((_, _) => { });
        StopAndWait(actor);

        EventFilter.DeadLetter().Expect(2, () =>
        {
            actor.Tell("text", ActorRefs.NoSender);
            actor.Tell(1, ActorRefs.NoSender);
        });
    }

    [Fact]
    public void What_the_block_gives_is_given_on() =>
        Assert.Equal(7, EventFilter.Info("x").ExpectOne(() =>
        {
            Sys.Log.Info("x");
            return 7;
        }));

    [Fact]
    public async Task The_async_form_does_the_same() =>
        await EventFilter.Info("x").ExpectOneAsync(async () =>
        {
            await Task.Yield();
            Sys.Log.Info("x");
        });

    [Fact]
    public void Unhandled_messages_are_published_for_whoever_listens()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var actor = Sys.ActorOf(Props.Create(() => new Deaf()));

        actor.Tell("x", TestActor);

        ExpectMsg<UnhandledMessage>(unhandled => unhandled.Recipient.Equals(actor));
    }

    private sealed class Deaf : ReceiveActor;
}
