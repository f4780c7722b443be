using Akka.Actor;

namespace Akka.Event;

/// <summary>Where logs come from, and what levels are called.</summary>
public static class Logging
{
    /// <summary>Above every level: nothing is logged.</summary>
    public const LogLevel OffLogLevel = (LogLevel)int.MaxValue;

    internal static readonly LogLevel[] Levels =
        [LogLevel.DebugLevel, LogLevel.InfoLevel, LogLevel.WarningLevel, LogLevel.ErrorLevel];

    /// <summary>Writes to the console on the thread of whoever logs.</summary>
    public static StandardOutLogger StandardOutLogger { get; } = new();

    /// <summary>The log of an actor: its path is the source, its type the class.</summary>
    public static ILoggingAdapter GetLogger(
        this IActorContext context, ILogMessageFormatter? logMessageFormatter = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Make(
            context.System.EventStream,
            context.System,
            context.Self.Path.ToString(),
            context.Props.Type,
            logMessageFormatter);
    }

    /// <param name="system">The system to whose event stream the log goes.</param>
    /// <param name="logSourceObj">A reference, a type, a name, or the object that logs.</param>
    /// <param name="logMessageFormatter">Null for the default one.</param>
    public static ILoggingAdapter GetLogger(
        ActorSystem system, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        var (source, type) = Describe(logSourceObj);
        var from = logSourceObj is IActorRef or IActorContext ? source : $"{source}(akka://{system.Name})";
        return Make(system.EventStream, system, from, type, logMessageFormatter);
    }

    public static ILoggingAdapter GetLogger(
        EventStream loggingBus, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null)
    {
        ArgumentNullException.ThrowIfNull(loggingBus);
        var (source, type) = Describe(logSourceObj);
        return Make(loggingBus, null, source, type, logMessageFormatter);
    }

    public static ILoggingAdapter GetLogger(
        EventStream loggingBus, string logSource, Type logClass, ILogMessageFormatter? logMessageFormatter = null)
    {
        ArgumentNullException.ThrowIfNull(loggingBus);
        ArgumentNullException.ThrowIfNull(logSource);
        ArgumentNullException.ThrowIfNull(logClass);
        return Make(loggingBus, null, logSource, logClass, logMessageFormatter);
    }

    /// <summary>The type of the events of a level.</summary>
    public static Type ClassFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => typeof(Debug),
        LogLevel.InfoLevel => typeof(Info),
        LogLevel.WarningLevel => typeof(Warning),
        LogLevel.ErrorLevel => typeof(Error),
        _ => throw new ArgumentException($"{logLevel} has no events", nameof(logLevel)),
    };

    /// <summary>DEBUG, INFO, WARNING, ERROR or OFF.</summary>
    public static string StringFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => "DEBUG",
        LogLevel.InfoLevel => "INFO",
        LogLevel.WarningLevel => "WARNING",
        LogLevel.ErrorLevel => "ERROR",
        OffLogLevel => "OFF",
        _ => throw new ArgumentException($"{logLevel} has no name", nameof(logLevel)),
    };

    /// <summary>The level of a name, in any case.</summary>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public static LogLevel LogLevelFor(string logLevel)
    {
        ArgumentNullException.ThrowIfNull(logLevel);
        return logLevel.ToUpperInvariant() switch
        {
            "DEBUG" => LogLevel.DebugLevel,
            "INFO" => LogLevel.InfoLevel,
            "WARNING" => LogLevel.WarningLevel,
            "ERROR" => LogLevel.ErrorLevel,
            "OFF" => OffLogLevel,
            _ => throw new ArgumentException(
                $"'{logLevel}' is no log level; write DEBUG, INFO, WARNING, ERROR or OFF", nameof(logLevel)),
        };
    }

    private static BusLogging Make(
        EventStream bus, ActorSystem? system, string source, Type type, ILogMessageFormatter? formatter) =>
        new(bus, system, source, type, formatter ?? DefaultLogMessageFormatter.Instance);

    private static (string Source, Type Class) Describe(object source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source switch
        {
            IActorContext context => (context.Self.Path.ToString(), context.Props.Type),
            IActorRef actor => (actor.Path.ToString(), typeof(IActorRef)),
            Type type => (type.ToString(), type),
            string name => (name, typeof(DummyClassForStringSources)),
            _ => (source.GetType().ToString(), source.GetType()),
        };
    }
}
