using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>A queue whose reader takes the lowest number first, and among equals the one that came first.</summary>
/// <remarks>
/// What the user's priority throws is thrown at the teller: there nothing is lost and nobody else is hurt.
/// </remarks>
internal sealed class PriorityQueue(Func<object, int> priority) : MessageQueue
{
    private readonly PriorityQueue<Envelope, (int Priority, long Arrival)> _sorted = new();
    private long _arrivals;
    private int _count;

    protected override bool HasQueued => Volatile.Read(ref _count) > 0;

    protected override int Queued => Volatile.Read(ref _count);

    public override bool TryEnqueue(in Envelope envelope)
    {
        var rank = priority(envelope.Message);
        lock (_sorted)
        {
            _sorted.Enqueue(envelope, (rank, _arrivals++));
            Interlocked.Increment(ref _count);
            return true;
        }
    }

    protected override bool TryTake(out Envelope envelope)
    {
        lock (_sorted)
        {
            if (!_sorted.TryDequeue(out envelope, out _))
            {
                return false;
            }

            Interlocked.Decrement(ref _count);
            return true;
        }
    }
}
