using Akka.Actor;
using Akka.Event;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Configuration;

public sealed class LoggingTests() : ParityTest("akka.loglevel = DEBUG")
{
    [Theory]
    [InlineData("debug", LogLevel.DebugLevel, typeof(Debug))]
    [InlineData("info", LogLevel.InfoLevel, typeof(Info))]
    [InlineData("warning", LogLevel.WarningLevel, typeof(Warning))]
    [InlineData("error", LogLevel.ErrorLevel, typeof(Error))]
    public void A_logger_publishes_an_event_of_its_level(string row, LogLevel level, Type type)
    {
        Assert.NotEmpty(row);
        Sys.EventStream.Subscribe(TestActor, type);

        Sys.Log.Log(level, "written as {0}", row);

        var logged = FishForMessage<LogEvent>(heard => heard.ToString().Contains("written", StringComparison.Ordinal));
        Assert.IsType(type, logged);
        Assert.Equal(level, logged.LogLevel());
        Assert.Equal($"written as {row}", logged.Message.ToString());
    }

    [Fact]
    public void An_actor_s_logger_names_the_actor()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Info));
        var actor = Spawn((message, context) => context.GetLogger().Info("got {0}", message), "writer");

        actor.Tell("x", ActorRefs.NoSender);

        var info = FishForMessage<Info>(logEvent => logEvent.Message.ToString() == "got x");
        Assert.Contains("akka://test/user/writer", info.LogSource, StringComparison.Ordinal);
        Assert.Equal(typeof(Lambda), info.LogClass);
    }

    [Fact]
    public void An_error_carries_its_exception()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        var cause = new InvalidOperationException("planned");

        Sys.Log.Error(cause, "went wrong after {0} tries", 3);

        var error = FishForMessage<Error>(logEvent => logEvent.Cause == cause);
        Assert.Equal("went wrong after 3 tries", error.Message.ToString());
    }

    [Fact]
    public void Arguments_fill_their_places_by_number()
    {
        EventFilter.Warning("b before a, a again").ExpectOne(
            () => Sys.Log.Warning("{1} before {0}, {0} again", "a", "b"));
    }

    [Fact]
    public void An_event_knows_when_it_was_written()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Info));
        var before = DateTime.UtcNow;

        Sys.Log.Info("now");

        var info = FishForMessage<Info>(logEvent => logEvent.Message.ToString() == "now");
        Assert.InRange(info.Timestamp.ToUniversalTime(), before.AddSeconds(-1), DateTime.UtcNow.AddSeconds(1));
    }

    [Fact]
    public void Levels_that_are_on_say_so()
    {
        Assert.True(Sys.Log.IsDebugEnabled);
        Assert.True(Sys.Log.IsInfoEnabled);
        Assert.True(Sys.Log.IsWarningEnabled);
        Assert.True(Sys.Log.IsErrorEnabled);
        Assert.True(Sys.Log.IsEnabled(LogLevel.DebugLevel));
    }
}
