using System.Globalization;
using System.Text;

namespace Akka.TestKit;

/// <summary>What a test actor has heard: the part nobody has looked at, and the last of what was looked at.</summary>
internal sealed class Inbox
{
    private const int Remembered = 10;

    private readonly Gate _gate = new();
    private readonly Queue<MessageEnvelope> _waiting = new();
    private readonly Queue<MessageEnvelope> _taken = new();
    private long _takenCount;

    public bool HasMessages => _gate.Read(() => _waiting.Count > 0);

    public void Add(MessageEnvelope envelope) => _gate.Change(() => _waiting.Enqueue(envelope));

    /// <returns>Null when nothing came in time.</returns>
    public async ValueTask<MessageEnvelope?> Take(Wait wait, TimeSpan max, CancellationToken cancellation)
    {
        MessageEnvelope? found = null;
        await _gate.Until(() => TryTake(out found), wait, max, cancellation).ConfigureAwait(false);
        return found;
    }

    /// <returns>What <see cref="Take"/> would return; it stays.</returns>
    public async ValueTask<MessageEnvelope?> Peek(Wait wait, TimeSpan max, CancellationToken cancellation)
    {
        MessageEnvelope? found = null;
        await _gate.Until(() => _waiting.TryPeek(out found), wait, max, cancellation).ConfigureAwait(false);
        return found;
    }

    /// <summary>A numbered list of all that was heard, shortened at its beginning and end.</summary>
    public string History() => _gate.Read(() =>
    {
        if (_takenCount == 0 && _waiting.Count == 0)
        {
            return "Heard in all: nothing.";
        }

        var text = new StringBuilder("Heard in all:");
        var number = _takenCount - _taken.Count;
        if (number > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  ... {number} before these");
        }

        foreach (var envelope in _taken)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {++number}. {Say.Envelope(envelope)}");
        }

        foreach (var envelope in _waiting.Take(Remembered))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {++number}. {Say.Envelope(envelope)} (not looked at yet)");
        }

        if (_waiting.Count > Remembered)
        {
            var more = _waiting.Count - Remembered;
            text.Append(CultureInfo.InvariantCulture, $"\n  ... and {more} more, not looked at yet");
        }

        return text.ToString();
    });

    private bool TryTake(out MessageEnvelope? envelope)
    {
        if (!_waiting.TryDequeue(out envelope))
        {
            return false;
        }

        _takenCount++;
        _taken.Enqueue(envelope);
        if (_taken.Count > Remembered)
        {
            _taken.Dequeue();
        }

        return true;
    }
}
