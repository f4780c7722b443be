namespace Akka.Event;

/// <summary>A message of <see cref="LoggingExtensions"/>.</summary>
internal sealed class TemplateMessage(ILogMessageFormatter formatter, string format, object?[] arguments)
    : LogMessage(formatter, format)
{
    public override IEnumerable<object?> Parameters() => arguments;

    public override string ToString() => Formatter.Format(Format, arguments);
}
