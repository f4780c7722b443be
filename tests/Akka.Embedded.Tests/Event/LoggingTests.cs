using Akka.Actor;
using Akka.Support;

namespace Akka.Event;

public sealed class LoggingTests
{
    private readonly Inbox _inbox = new();

    [Fact]
    public void Nothing_is_allocated_for_a_level_that_is_off()
    {
        var log = Logging.GetLogger(new EventStream { LogLevel = LogLevel.WarningLevel }, "test", typeof(LoggingTests));
        Write(log, 1000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Write(log, 1000);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        static void Write(ILoggingAdapter log, int times)
        {
            for (var time = 0; time < times; time++)
            {
                log.Debug("{0}", time);
                log.Info("{0} {1} {2} {3} {4} {5}", time, 2m, 3.0, 'c', "s", 6L);
                log.Log(LogLevel.InfoLevel, "{0} {1}", time, 2m);
            }
        }
    }

    [Theory]
    [InlineData("DEBUG", "debug", "info", "warning", "error")]
    [InlineData("INFO", "info", "warning", "error")]
    [InlineData("warning", "warning", "error")]
    [InlineData("ERROR", "error")]
    [InlineData("OFF")]
    public async Task A_logger_hears_its_level_and_above(string level, params string[] texts)
    {
        using var system = HeardBy.Start(_inbox, $"akka.loglevel = {level}");

        system.Log.Debug("debug");
        system.Log.Info("info");
        system.Log.Warning("warning");
        system.Log.Error("error");
        system.EventStream.Publish(new Debug("direct", typeof(LoggingTests), "direct"));
        await system.Terminate();
        _inbox.Hear(new Error(null, "test", typeof(LoggingTests), "end"));

        var heard = new List<string>();
        while (await _inbox.Next<LogEvent>() is var line && !Equals(line.Message, "end"))
        {
            heard.Add(line.Message.ToString()!);
        }

        Assert.Equal(
            level == "DEBUG" ? [.. texts, "direct"] : texts,
            heard.Where(text => !text.StartsWith("Shutdown phase", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_actor_logs_under_its_path_and_type()
    {
        using var system = HeardBy.Start(_inbox);

        system.ActorOf(Props.Create(() => new Talker()), "talker").Tell("x");

        var line = await _inbox.Next<Warning>();
        Assert.Equal("akka://heard/user/talker", line.LogSource);
        Assert.Equal(typeof(Talker), line.LogClass);
        Assert.Equal("heard x and 1", line.Message.ToString());
        Assert.Equal("heard {What} and {Count}", Assert.IsType<LogMessage>(line.Message, exactMatch: false).Format);
        Assert.Equal("no", line.Cause!.Message);
    }

    [Fact]
    public async Task What_an_actor_logs_when_it_stops_is_written_before_the_system_has_terminated()
    {
        var system = HeardBy.Start(_inbox);
        system.ActorOf(Props.Create(() => new Talker()), "talker");

        await system.Terminate();
        _inbox.Hear("terminated");

        Assert.Equal("stopped", (await _inbox.Next<Info>()).Message.ToString());
        Assert.Equal("terminated", await _inbox.Next<string>());
    }

    [Fact]
    public void A_level_that_is_none_is_refused_by_its_key()
    {
        var problem = Assert.Throws<Configuration.ConfigurationException>(
            () => HeardBy.Start(_inbox, "akka.loglevel = LOUD"));

        Assert.StartsWith("akka.loglevel: 'LOUD' is no log level", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_others_log_that_a_logger_cannot_be_found()
    {
        using var system = HeardBy.Start(
            _inbox, "akka.loggers += \"Nowhere.Logger, Nowhere\", akka.stdout-loglevel = OFF");

        system.Log.Info("here");

        Assert.StartsWith(
            "akka.loggers: 'Nowhere.Logger, Nowhere' is no actor type",
            (await _inbox.Next<Error>()).Message.ToString(),
            StringComparison.Ordinal);
        Assert.Equal("here", (await _inbox.Next<Info>()).Message);
    }

    [Fact]
    public async Task A_system_starts_without_a_logger_that_does_not_answer()
    {
        using var system = HeardBy.Start(
            _inbox,
            $"akka.loggers += \"{typeof(Silent).FullName}, Akka.Embedded.Tests\", akka.logger-startup-timeout = 50ms, "
            + "akka.stdout-loglevel = OFF");

        var line = await _inbox.Next<Warning>();

        Assert.Contains("log2-Silent", line.Message.ToString(), StringComparison.Ordinal);
        Assert.Contains("akka.logger-startup-timeout", line.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unhandled_message_is_logged_on_level_debug()
    {
        using var system = HeardBy.Start(_inbox, "akka.loglevel = DEBUG");

        system.ActorOf(Props.Create(() => new Talker()), "talker").Tell(17);

        Assert.Equal(
            "Unhandled message from [akka://heard/deadLetters]: 17", (await _inbox.Next<Debug>()).Message.ToString());
    }

    [Theory]
    [InlineData("debug", LogLevel.DebugLevel)]
    [InlineData("INFO", LogLevel.InfoLevel)]
    [InlineData("Warning", LogLevel.WarningLevel)]
    [InlineData("error", LogLevel.ErrorLevel)]
    [InlineData("off", Logging.OffLogLevel)]
    public void A_level_has_a_name(string name, LogLevel level)
    {
        Assert.Equal(level, Logging.LogLevelFor(name));
        Assert.Equal(name.ToUpperInvariant(), level.StringFor());
    }

    public sealed class Talker : ReceiveActor
    {
        private readonly ILoggingAdapter _log = Context.GetLogger();

        public Talker() => Receive<string>(what => _log.Warning(
            new InvalidOperationException("no"), "heard {What} and {Count}", what, 1));

        protected override void PostStop() => _log.Info("stopped");
    }

    public sealed class Silent : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }
    }
}
