using System.Globalization;
using System.Text;
using Akka.Actor;
using Akka.Event;

namespace Akka.TestKit;

/// <summary>The time in which filters are at work: counts what they match and remembers what else was logged.</summary>
internal sealed class Interception(IReadOnlyList<LogFilter> filters)
{
    private const int Remembered = 20;

    private readonly Gate _gate = new();
    private readonly Queue<(LogEvent Line, bool Matches)> _lines = new();
    private int _lineCount;
    private int _count;
    private bool _hasEnded;

    public IReadOnlyList<LogFilter> Filters => filters;

    public int Count => _gate.Read(() => _count);

    /// <returns>True when the event is one of those meant, and so is not to be shown.</returns>
    public bool Hear(LogEvent line)
    {
        var matches = filters.Any(filter => filter.IsMatch(line));
        _gate.Change(() =>
        {
            _count += matches ? 1 : 0;
            _lineCount++;
            _lines.Enqueue((line, matches));
            if (_lines.Count > Remembered)
            {
                _lines.Dequeue();
            }
        });
        return matches;
    }

    /// <summary>The listener has heard all that was logged before the end.</summary>
    public void End() => _gate.Change(() => _hasEnded = true);

    public ValueTask<bool> UntilCount(int count, Wait wait, TimeSpan max, CancellationToken cancellation) =>
        _gate.Until(() => _count >= count, wait, max, cancellation);

    public ValueTask<bool> UntilEnd(Wait wait, TimeSpan max) =>
        _gate.Until(() => _hasEnded, wait, max, CancellationToken.None);

    public string Lines() => _gate.Read(() =>
    {
        if (_lineCount == 0)
        {
            return " nothing.";
        }

        var text = new StringBuilder();
        var number = _lineCount - _lines.Count;
        if (number > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  ... {number} before these");
        }

        foreach (var (line, matches) in _lines)
        {
            var counted = matches ? " (counted)" : "";
            text.Append(CultureInfo.InvariantCulture, $"\n  {++number}. {Describe(line)}{counted}");
        }

        return text.ToString();
    });

    private static string Describe(LogEvent line)
    {
        var cause = line.Cause is null ? "" : $" [{Say.Message(line.Cause)}]";
        return line.Message is DeadLetter letter
            ? $"DeadLetter {Say.Message(letter.Message)} from {Say.Sender(letter.Sender)} to {letter.Recipient}"
            : $"{Say.Type(line.GetType())} from {line.LogSource}: {line.Message}{cause}";
    }

    /// <summary>To the listener: it begins.</summary>
    internal sealed class Begin(Interception interception) : INoSerializationVerificationNeeded
    {
        public Interception Interception { get; } = interception;
    }

    /// <summary>To the listener: it ends.</summary>
    internal sealed class Finish(Interception interception) : INoSerializationVerificationNeeded
    {
        public Interception Interception { get; } = interception;
    }
}
