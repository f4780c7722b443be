using Akka.Actor;

namespace Akka.Event;

/// <summary>Publishes log events on the event stream, those of a level that is enabled.</summary>
internal sealed class BusLogging(
    EventStream bus, ActorSystem? system, string logSource, Type logClass, ILogMessageFormatter formatter)
    : ILoggingAdapter
{
    public ILogMessageFormatter Formatter => formatter;

    public bool IsDebugEnabled => IsEnabled(LogLevel.DebugLevel);

    public bool IsInfoEnabled => IsEnabled(LogLevel.InfoLevel);

    public bool IsWarningEnabled => IsEnabled(LogLevel.WarningLevel);

    public bool IsErrorEnabled => IsEnabled(LogLevel.ErrorLevel);

    public bool IsEnabled(LogLevel logLevel) => logLevel >= bus.LogLevel;

    public void Log(LogLevel logLevel, Exception? cause, LogMessage message) => Publish(logLevel, cause, message);

    public void Log(LogLevel logLevel, Exception? cause, string format) => Publish(logLevel, cause, format ?? "");

    private void Publish(LogLevel level, Exception? cause, object message)
    {
        if (!IsEnabled(level))
        {
            return;
        }

        LogEvent line = level switch
        {
            LogLevel.DebugLevel => new Debug(cause, logSource, logClass, message),
            LogLevel.InfoLevel => new Info(cause, logSource, logClass, message),
            LogLevel.WarningLevel => new Warning(cause, logSource, logClass, message),
            LogLevel.ErrorLevel => new Error(cause, logSource, logClass, message),
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, "nothing can be logged at this level"),
        };
        if (system is not null)
        {
            // In virtual time the log tells that time
            line.Timestamp = system.Scheduler.Now.UtcDateTime;
        }

        bus.Publish(line);
    }
}
