using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using LogLevel = Akka.Event.LogLevel;

namespace Akka.Parity.Tests.Hosting;

public sealed class HostedLoggingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("an error", LogLevel.ErrorLevel, "Error")]
    [InlineData("a warning", LogLevel.WarningLevel, "Warning")]
    [InlineData("an info", LogLevel.InfoLevel, "Information")]
    public async Task What_actors_log_goes_to_the_host_s_loggers(string row, LogLevel level, string expected)
    {
        var provider = new Recorder();
        using var host = new HostBuilder()
            .ConfigureLogging(logging => logging.AddProvider(provider))
            .ConfigureServices(services => services.AddAkka("hosted", (akka, _) => akka.ConfigureLoggers(loggers =>
            {
                loggers.LogLevel = LogLevel.InfoLevel;
                loggers.ClearLoggers();
                loggers.AddLoggerFactory();
            })))
            .Build();
        await host.StartAsync().WaitAsync(Patience);

        var log = host.Services.GetRequiredService<ActorSystem>().Log;
        Akka.Event.LoggingExtensions.Log(log, level, "{0} was written", row);

        Assert.True(SpinWait.SpinUntil(() => provider.Wrote(row).Any(), Patience), string.Join('\n', provider.Lines));
        Assert.Equal(expected, provider.Wrote(row).First().Level);
        await host.StopAsync().WaitAsync(Patience);
    }

    private sealed class Recorder : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<(string Level, string Text)> Lines { get; } = new();

        public IEnumerable<(string Level, string Text)> Wrote(string text) =>
            Lines.Where(line => line.Text.Contains($"{text} was written", StringComparison.Ordinal));

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(Microsoft.Extensions.Logging.LogLevel logLevel) => true;

        public void Log<TState>(
            Microsoft.Extensions.Logging.LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue((logLevel.ToString(), formatter(state, exception)));

        public void Dispose()
        {
        }
    }
}
