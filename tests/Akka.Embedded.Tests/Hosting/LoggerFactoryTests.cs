using Akka.Actor;
using Akka.Event;
using Akka.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using HostLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Akka.Hosting;

public sealed class LoggerFactoryTests
{
    private readonly Inbox _inbox = new();

    [Fact]
    public async Task A_line_keeps_its_class_its_template_and_its_values()
    {
        using var host = Build(loggers => loggers.AddLoggerFactory());
        await host.StartAsync();
        var system = host.Services.GetRequiredService<ActorSystem>();

        system.ActorOf(Props.Create(() => new Trader()), "trader").Tell(42);

        var line = await _inbox.Next<Line>();
        Assert.Equal(typeof(Trader).FullName, line.Category);
        Assert.Equal(HostLevel.Warning, line.Level);
        Assert.Equal("[akka://logged/user/trader] order 42 rests at 1.5", line.Text);
        Assert.Equal("stale", line.Cause!.Message);
        Assert.Equal(42, line.Values["Id"]);
        Assert.Equal(1.5m, line.Values["Price"]);
        Assert.Equal("akka://logged/user/trader", line.Values["LogSource"]);
        Assert.Equal("[{LogSource}] order {Id} rests at {Price}", line.Values["{OriginalFormat}"]);
        await host.StopAsync();
    }

    [Fact]
    public async Task The_name_of_a_source_is_a_category()
    {
        using var host = Build(loggers => loggers.AddLoggerFactory());
        await host.StartAsync();
        var system = host.Services.GetRequiredService<ActorSystem>();

        Event.Logging.GetLogger(system, "Ledger").Error("{0} of {1}", 1, 2);

        var line = await _inbox.Next<Line>();
        Assert.Equal("Ledger(akka://logged)", line.Category);
        Assert.Equal("[Ledger(akka://logged)] 1 of 2", line.Text);
        Assert.Equal(2, line.Values["1"]);
        await host.StopAsync();
    }

    [Theory]
    [InlineData(Event.LogLevel.DebugLevel, HostLevel.Debug, HostLevel.Information, HostLevel.Warning, HostLevel.Error)]
    [InlineData(Event.LogLevel.WarningLevel, HostLevel.Warning, HostLevel.Error)]
    public async Task Levels_are_those_of_the_system_in_the_words_of_the_host(
        Event.LogLevel level, params HostLevel[] levels)
    {
        using var host = Build(loggers =>
        {
            loggers.LogLevel = level;
            loggers.AddLoggerFactory();
        });
        await host.StartAsync();
        var log = host.Services.GetRequiredService<ActorSystem>().Log;

        log.Debug("a");
        log.Info("b");
        log.Warning("c");
        log.Error("d");

        foreach (var expected in levels)
        {
            Assert.Equal(expected, (await _inbox.Next<Line>()).Level);
        }

        await host.StopAsync();
    }

    [Fact]
    public async Task A_factory_of_ones_own_goes_before_that_of_the_host()
    {
        var own = new Inbox();
        using var factory = new LoggerFactory([new InboxProvider(own)]);
        using var host = Build(loggers => loggers.AddLoggerFactory(factory));
        await host.StartAsync();

        host.Services.GetRequiredService<ActorSystem>().Log.Info("mine");

        Assert.EndsWith("mine", (await own.Next<Line>()).Text, StringComparison.Ordinal);
        await host.StopAsync();
    }

    private IHost Build(Action<LoggerConfigBuilder> configure)
    {
        var application = Host.CreateEmptyApplicationBuilder(new());
        application.Logging.SetMinimumLevel(HostLevel.Trace).AddFilter("Microsoft", HostLevel.None)
            .AddProvider(new InboxProvider(_inbox));
        application.Services.AddAkka("logged", builder => builder
            .AddHocon("akka.stdout-loglevel = OFF", HoconAddMode.Append)
            .ConfigureLoggers(loggers =>
            {
                loggers.ClearLoggers();
                configure(loggers);
            }));
        return application.Build();
    }

    private sealed record Line(
        string Category, HostLevel Level, string Text, IReadOnlyDictionary<string, object?> Values, Exception? Cause);

    private sealed class InboxProvider(Inbox inbox) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new InboxLogger(inbox, categoryName);

        public void Dispose()
        {
        }
    }

    private sealed class InboxLogger(Inbox inbox, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(HostLevel logLevel) => true;

        public void Log<TState>(
            HostLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            var values = Assert.IsType<IReadOnlyList<KeyValuePair<string, object?>>>(state, exactMatch: false);
            inbox.Hear(new Line(
                category, logLevel, formatter(state, exception), values.ToDictionary(), exception));
        }
    }

    private sealed class Trader : ReceiveActor
    {
        private readonly ILoggingAdapter _log = Context.GetLogger();

        public Trader() => Receive<int>(id => _log.Warning(
            new InvalidOperationException("stale"), "order {Id} rests at {Price}", id, 1.5m));
    }
}
