using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>The user messages of one actor: many writers, one reader.</summary>
internal abstract class MessageQueue
{
    /// <summary>
    /// Messages that go before the queue, first on top: what was unstashed. Only the reader touches it.
    /// </summary>
    private Stack<Envelope>? _front;

    public bool HasMessages => _front is { Count: > 0 } || HasQueued;

    /// <summary>Exact when nobody writes.</summary>
    public int Count => Queued + (_front?.Count ?? 0);

    protected abstract bool HasQueued { get; }

    protected abstract int Queued { get; }

    /// <returns>False when the queue is full and the message is not in it.</returns>
    public abstract bool TryEnqueue(in Envelope envelope);

    public bool TryDequeue(out Envelope envelope) =>
        _front is { Count: > 0 } front ? front.TryPop(out envelope) : TryTake(out envelope);

    public void Prepend(in Envelope envelope) => (_front ??= []).Push(envelope);

    protected abstract bool TryTake(out Envelope envelope);
}
