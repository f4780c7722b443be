using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;

namespace Akka.TestKit;

/// <summary>Makes event filters.</summary>
/// <remarks>
/// Texts: <c>message</c> is the whole text, <c>start</c> its beginning, <c>contains</c> a part of it. Sources are paths
/// of actors, whole or without the address of the system, or whatever else the event names as its source.
/// </remarks>
public class EventFilterFactory
{
    private readonly TestKitBase _testkit;
    private readonly ActorSystem _system;
    private readonly IReadOnlyList<LogFilter> _filters;

    public EventFilterFactory(TestKitBase testkit)
        : this(testkit, testkit.Sys)
    {
    }

    public EventFilterFactory(TestKitBase testkit, ActorSystem system)
        : this(testkit, system, [])
    {
    }

    internal EventFilterFactory(TestKitBase testkit, ActorSystem system, IReadOnlyList<LogFilter> filters) =>
        (_testkit, _system, _filters) = (testkit, system, filters);

    /// <summary>Errors with an exception of the type; the texts may be the event's or the exception's.</summary>
    public IEventFilterApplier Exception<TException>(
        string? message = null, string? start = null, string? contains = null, string? source = null)
        where TException : Exception => Exception(typeof(TException), message, start, contains, source);

    public IEventFilterApplier Exception<TException>(Regex pattern, string? source = null)
        where TException : Exception => Exception(typeof(TException), pattern, source);

    /// <param name="checkInnerExceptions">Whether an inner exception may be the one that is meant.</param>
    public IEventFilterApplier Exception(
        Type exceptionType,
        string? message = null,
        string? start = null,
        string? contains = null,
        string? source = null,
        bool checkInnerExceptions = false)
    {
        var text = TextMatch.Of(message, start, contains);
        return Apply(LogFilter.OfException(exceptionType, text, source, checkInnerExceptions));
    }

    public IEventFilterApplier Exception(
        Type exceptionType, Regex pattern, string? source = null, bool checkInnerExceptions = false) =>
        Apply(LogFilter.OfException(exceptionType, TextMatch.Of(pattern), source, checkInnerExceptions));

    public IEventFilterApplier Error(
        string? message = null, string? start = null, string? contains = null, string? source = null) =>
        Apply(LogFilter.OfType<Error>(TextMatch.Of(message, start, contains), source));

    public IEventFilterApplier Error(Regex pattern, string? source = null) =>
        Apply(LogFilter.OfType<Error>(TextMatch.Of(pattern), source));

    public IEventFilterApplier Warning(
        string? message = null, string? start = null, string? contains = null, string? source = null) =>
        Apply(LogFilter.OfType<Warning>(TextMatch.Of(message, start, contains), source));

    public IEventFilterApplier Warning(Regex pattern, string? source = null) =>
        Apply(LogFilter.OfType<Warning>(TextMatch.Of(pattern), source));

    public IEventFilterApplier Info(
        string? message = null, string? start = null, string? contains = null, string? source = null) =>
        Apply(LogFilter.OfType<Info>(TextMatch.Of(message, start, contains), source));

    public IEventFilterApplier Info(Regex pattern, string? source = null) =>
        Apply(LogFilter.OfType<Info>(TextMatch.Of(pattern), source));

    public IEventFilterApplier Debug(
        string? message = null, string? start = null, string? contains = null, string? source = null) =>
        Apply(LogFilter.OfType<Debug>(TextMatch.Of(message, start, contains), source));

    public IEventFilterApplier Debug(Regex pattern, string? source = null) =>
        Apply(LogFilter.OfType<Debug>(TextMatch.Of(pattern), source));

    public IEventFilterApplier ForLogLevel(
        LogLevel logLevel,
        string? message = null,
        string? start = null,
        string? contains = null,
        string? source = null) => ForLogLevel(logLevel, TextMatch.Of(message, start, contains), source);

    public IEventFilterApplier ForLogLevel(LogLevel logLevel, Regex pattern, string? source = null) =>
        ForLogLevel(logLevel, TextMatch.Of(pattern), source);

    /// <summary>Messages that reached nobody.</summary>
    public IEventFilterApplier DeadLetter() => Apply(LogFilter.OfDeadLetter("", static _ => true, null));

    /// <param name="source">Whom the message was told.</param>
    public IEventFilterApplier DeadLetter<TMessage>(string? source = null) =>
        DeadLetter(typeof(TMessage), static _ => true, source);

    public IEventFilterApplier DeadLetter<TMessage>(Func<TMessage, bool> isMatch, string? source = null) =>
        DeadLetter(typeof(TMessage), message => isMatch((TMessage)message), source);

    public IEventFilterApplier DeadLetter(Type type, string? source = null) =>
        DeadLetter(type, static _ => true, source);

    public IEventFilterApplier DeadLetter(Type type, Func<object, bool> isMatch, string? source = null) =>
        Apply(LogFilter.OfDeadLetter(
            $" of {Say.Type(type)}", message => type.IsInstanceOfType(message) && isMatch(message), source));

    public IEventFilterApplier Custom(Predicate<LogEvent> predicate) =>
        Apply(new LogFilter("event that meets the condition", predicate));

    public IEventFilterApplier Custom<TLogEvent>(Predicate<TLogEvent> predicate)
        where TLogEvent : LogEvent => Apply(new LogFilter(
            $"{Say.Type(typeof(TLogEvent))} that meets the condition",
            line => line is TLogEvent own && predicate(own)));

    private EventFilterApplier ForLogLevel(LogLevel level, TextMatch text, string? source) => level switch
    {
        LogLevel.DebugLevel => Apply(LogFilter.OfType<Debug>(text, source)),
        LogLevel.InfoLevel => Apply(LogFilter.OfType<Info>(text, source)),
        LogLevel.WarningLevel => Apply(LogFilter.OfType<Warning>(text, source)),
        LogLevel.ErrorLevel => Apply(LogFilter.OfType<Error>(text, source)),
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "nothing is logged at this level"),
    };

    private EventFilterApplier Apply(LogFilter filter) => new(_testkit, _system, [.. _filters, filter]);
}
