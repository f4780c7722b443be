namespace Akka.Event;

/// <summary>A message template with its arguments; its text is made when it is asked for.</summary>
public abstract class LogMessage
{
    protected LogMessage(ILogMessageFormatter formatter, string format)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        (Formatter, Format) = (formatter, format ?? "");
    }

    /// <summary>The template.</summary>
    public string Format { get; }

    protected ILogMessageFormatter Formatter { get; }

    public abstract IEnumerable<object?> Parameters();

    public override string ToString() => Formatter.Format(Format, Parameters());
}
