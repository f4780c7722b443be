using Akka.Actor;

namespace Akka.Event;

/// <summary>A line for the log, as it travels over the event stream.</summary>
public abstract class LogEvent : INoSerializationVerificationNeeded
{
    private protected LogEvent(Exception? cause, string logSource, Type logClass, object message)
    {
        (Cause, LogSource, LogClass, Message) = (cause, logSource, logClass, message);
        Timestamp = DateTime.UtcNow;
        ThreadId = Environment.CurrentManagedThreadId;
    }

    public DateTime Timestamp { get; internal set; }

    public int ThreadId { get; }

    public Exception? Cause { get; protected set; }

    /// <summary>A path or the name of a type.</summary>
    public string LogSource { get; protected set; }

    public Type LogClass { get; protected set; }

    /// <summary>Its text is what is logged.</summary>
    public object Message { get; protected set; }

    public abstract LogLevel LogLevel();

    public override string ToString() =>
        $"[{Label}][{Timestamp:yyyy-MM-dd HH:mm:ss.fffffff}Z][Thread {ThreadId:0000}][{LogSource}] {Message}"
        + (Cause is null ? "" : $"\nCause: {Cause}");

    private string Label => LogLevel() switch
    {
        Event.LogLevel.DebugLevel => "DEBUG",
        Event.LogLevel.InfoLevel => "INFO",
        Event.LogLevel.WarningLevel => "WARNING",
        _ => "ERROR",
    };
}
