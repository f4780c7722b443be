using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>
/// A queue with a limit: a writer to a full one waits, for as long as was configured, and then gives up.
/// </summary>
internal sealed class BoundedQueue(int capacity, TimeSpan pushTimeout) : MessageQueue
{
    private readonly Queue<Envelope> _messages = new();
    private int _count;

    /// <summary>The same for where nobody may wait: a full queue takes nothing.</summary>
    public BoundedQueue WithoutWaiting() => new(capacity, TimeSpan.Zero);

    protected override bool HasQueued => Volatile.Read(ref _count) > 0;

    protected override int Queued => Volatile.Read(ref _count);

    public override bool TryEnqueue(in Envelope envelope)
    {
        lock (_messages)
        {
            if (_messages.Count >= capacity && !AwaitRoom())
            {
                return false;
            }

            _messages.Enqueue(envelope);
            Interlocked.Increment(ref _count);
            return true;
        }
    }

    protected override bool TryTake(out Envelope envelope)
    {
        lock (_messages)
        {
            if (!_messages.TryDequeue(out envelope))
            {
                return false;
            }

            Interlocked.Decrement(ref _count);
            Monitor.Pulse(_messages);
            return true;
        }
    }

    private bool AwaitRoom()
    {
        var start = Environment.TickCount64;
        while (_messages.Count >= capacity)
        {
            if (pushTimeout < TimeSpan.Zero)
            {
                Monitor.Wait(_messages);
                continue;
            }

            // Zero or less is over: -1 ms would wait for ever
            var left = pushTimeout - TimeSpan.FromMilliseconds(Environment.TickCount64 - start);
            if (left <= TimeSpan.Zero || !Monitor.Wait(_messages, left))
            {
                return _messages.Count < capacity;
            }
        }

        return true;
    }
}
