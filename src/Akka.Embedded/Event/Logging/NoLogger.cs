namespace Akka.Event;

/// <summary>A log that nobody reads.</summary>
public sealed class NoLogger : ILoggingAdapter
{
    private NoLogger()
    {
    }

    public static ILoggingAdapter Instance { get; } = new NoLogger();

    public ILogMessageFormatter Formatter => DefaultLogMessageFormatter.Instance;

    public bool IsDebugEnabled => false;

    public bool IsInfoEnabled => false;

    public bool IsWarningEnabled => false;

    public bool IsErrorEnabled => false;

    public bool IsEnabled(LogLevel logLevel) => false;

    public void Log(LogLevel logLevel, Exception? cause, LogMessage message)
    {
    }

    public void Log(LogLevel logLevel, Exception? cause, string format)
    {
    }
}
