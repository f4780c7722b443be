namespace Akka.Event;

/// <summary>The log as an actor sees it; write to it with the methods of <see cref="LoggingExtensions"/>.</summary>
public interface ILoggingAdapter
{
    /// <summary>Makes the text of a template and its arguments.</summary>
    ILogMessageFormatter Formatter { get; }

    bool IsDebugEnabled { get; }

    bool IsInfoEnabled { get; }

    bool IsWarningEnabled { get; }

    bool IsErrorEnabled { get; }

    bool IsEnabled(LogLevel logLevel);

    /// <summary>Logs a template with its arguments; what was thrown may be null.</summary>
    void Log(LogLevel logLevel, Exception? cause, LogMessage message);

    /// <summary>Logs a text as it stands; what was thrown may be null.</summary>
    void Log(LogLevel logLevel, Exception? cause, string format);
}
