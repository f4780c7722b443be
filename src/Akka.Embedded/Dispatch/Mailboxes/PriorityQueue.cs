using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>A queue whose reader takes the lowest number first, and among equals the one that came first.</summary>
internal sealed class PriorityQueue(Func<object, int> priority) : MessageQueue
{
    private readonly UnboundedQueue _arrived = new();
    private readonly PriorityQueue<Envelope, (int Priority, long Arrival)> _sorted = new();
    private long _arrivals;

    protected override bool HasQueued => _sorted.Count > 0 || _arrived.HasMessages;

    protected override int Queued => _sorted.Count + _arrived.Count;

    public override bool TryEnqueue(in Envelope envelope) => _arrived.TryEnqueue(envelope);

    protected override bool TryTake(out Envelope envelope)
    {
        while (_arrived.TryDequeue(out var arrived))
        {
            _sorted.Enqueue(arrived, (priority(arrived.Message), _arrivals++));
        }

        return _sorted.TryDequeue(out envelope, out _);
    }
}
