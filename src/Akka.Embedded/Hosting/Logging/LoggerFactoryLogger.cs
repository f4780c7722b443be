using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Microsoft.Extensions.Logging;
using HostLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Akka.Hosting.Logging;

/// <summary>Writes log events to the loggers of the host: the class that logs is the category.</summary>
/// <remarks>Template and arguments stay apart; an argument has the name that it has in the template.</remarks>
public sealed class LoggerFactoryLogger : ActorBase
{
    private readonly Dictionary<string, ILogger> _loggers = [];
    private readonly ILoggerFactory _factory;

    /// <exception cref="ConfigurationException">The system has no <see cref="LoggerFactorySetup"/>.</exception>
    public LoggerFactoryLogger() =>
        _factory = ((ExtendedActorSystem)Context.System).Setup.Get<LoggerFactorySetup>()?.LoggerFactory
            ?? throw new ConfigurationException(
                $"{Context.System.Name} has no logger factory: start it with {nameof(LoggerFactorySetup)} or AddAkka");

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                Sender.Tell(new LoggerInitialized(), Self);
                return true;
            case LogEvent line:
                Write(line);
                return true;
            default:
                return false;
        }
    }

    private static HostLevel Level(LogEvent line) => line.LogLevel() switch
    {
        Event.LogLevel.DebugLevel => HostLevel.Debug,
        Event.LogLevel.InfoLevel => HostLevel.Information,
        Event.LogLevel.WarningLevel => HostLevel.Warning,
        _ => HostLevel.Error,
    };

    private void Write(LogEvent line)
    {
        var category = line.LogClass == typeof(DummyClassForStringSources)
            ? line.LogSource
            : line.LogClass.FullName ?? line.LogClass.Name;
        if (!_loggers.TryGetValue(category, out var logger))
        {
            _loggers[category] = logger = _factory.CreateLogger(category);
        }

        var level = Level(line);
        if (logger.IsEnabled(level))
        {
            logger.Log(level, default, new LoggedValues(line), line.Cause, static (values, _) => values.ToString());
        }
    }
}
