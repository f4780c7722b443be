using Akka.Event;

namespace Akka.TestKit;

/// <summary>Which log events are meant.</summary>
internal sealed record LogFilter(string Text, Predicate<LogEvent> IsMatch)
{
    public static LogFilter OfType<TLogEvent>(TextMatch message, string? source)
        where TLogEvent : LogEvent
    {
        var from = TextMatch.OfSource(source);
        return new(
            $"{Say.Type(typeof(TLogEvent))}{message.Text}{from.Text}",
            line => line is TLogEvent
                && from.IsMatch(line.LogSource) && message.IsMatch(line.Message.ToString() ?? ""));
    }

    /// <summary>An error with an exception; the text of either may match.</summary>
    public static LogFilter OfException(Type type, TextMatch message, string? source, bool checksInner)
    {
        var from = TextMatch.OfSource(source);
        return new(
            $"{Say.Type(typeof(Error))} with {Say.Type(type)}{(checksInner ? " (or within)" : "")}"
            + $"{message.Text}{from.Text}",
            line => line is Error { Cause: { } cause }
                && from.IsMatch(line.LogSource)
                && Causes(cause, checksInner).Any(one => type.IsInstanceOfType(one)
                    && (message.IsMatch(line.Message.ToString() ?? "") || message.IsMatch(one.Message))));
    }

    public static LogFilter OfDeadLetter(string what, Predicate<object> isMatch, string? source)
    {
        var to = TextMatch.OfSource(source);
        return new(
            $"{Say.Type(typeof(DeadLetter))}{what}{(source is null ? "" : $" to {source}")}",
            line => line is Warning { Message: DeadLetter letter }
                && to.IsMatch(line.LogSource)
                && isMatch(letter.Message));
    }

    private static IEnumerable<Exception> Causes(Exception cause, bool inner)
    {
        yield return cause;
        if (!inner)
        {
            yield break;
        }

        var within = cause is AggregateException many
            ? many.InnerExceptions
            : cause.InnerException is { } one ? [one] : (IEnumerable<Exception>)[];
        foreach (var deeper in within.SelectMany(next => Causes(next, inner: true)))
        {
            yield return deeper;
        }
    }
}
