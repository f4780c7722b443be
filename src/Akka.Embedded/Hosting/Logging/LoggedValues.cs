using System.Collections;
using Akka.Event;

namespace Akka.Hosting.Logging;

/// <summary>A log event as the loggers of a host want it: a text, and values by name.</summary>
internal sealed class LoggedValues : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> _values;
    private readonly string _text;

    public LoggedValues(LogEvent line)
    {
        var message = line.Message as LogMessage;
        _text = $"[{line.LogSource}] {line.Message}";
        _values =
        [
            new("LogSource", line.LogSource),
            new("Timestamp", line.Timestamp),
            .. message is null ? [] : LogTemplate.Bind(message.Format, [.. message.Parameters()]),
            new("{OriginalFormat}", "[{LogSource}] " + (message?.Format ?? "{Message}")),
        ];
    }

    public int Count => _values.Count;

    public KeyValuePair<string, object?> this[int index] => _values[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

    public override string ToString() => _text;

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
