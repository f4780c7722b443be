using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>A queue without a limit, in the order in which writers came.</summary>
/// <remarks>
/// A list of chunks. A writer reserves a slot by adding to the chunk's count and then fills it; a slot is full when its
/// message is set. That one addition is also the fence between telling and looking whether the actor must be woken:
/// whoever goes to sleep counts a reserved slot as a message. Chunks are never used twice, so a slow writer that still
/// holds an old one can do no harm.
/// </remarks>
internal sealed class UnboundedQueue : MessageQueue
{
    private const int FirstChunk = 4;
    private const int LargestChunk = 256;

    private Chunk _head;
    private Chunk _tail;
    private int _read;

    public UnboundedQueue() => _head = _tail = new Chunk(FirstChunk, before: 0);

    protected override bool HasQueued
    {
        get
        {
            var chunk = _head;
            return _read < chunk.Slots.Length
                ? Volatile.Read(ref chunk.Reserved) > _read
                : Volatile.Read(ref chunk.Next) is { } next
                    ? Volatile.Read(ref next.Reserved) > 0
                    : Volatile.Read(ref chunk.Reserved) > chunk.Slots.Length;
        }
    }

    protected override int Queued
    {
        get
        {
            var (head, tail) = (Volatile.Read(ref _head), Volatile.Read(ref _tail));
            var last = tail.Before + Math.Min(Volatile.Read(ref tail.Reserved), tail.Slots.Length);
            return (int)Math.Clamp(last - head.Before - Volatile.Read(ref _read), 0, int.MaxValue);
        }
    }

    public override bool TryEnqueue(in Envelope envelope)
    {
        var chunk = Volatile.Read(ref _tail);
        while (true)
        {
            var at = Interlocked.Increment(ref chunk.Reserved) - 1;
            if (at < chunk.Slots.Length)
            {
                chunk.Slots[at].Fill(envelope);
                return true;
            }

            chunk = NextOf(chunk);
        }
    }

    protected override bool TryTake(out Envelope envelope)
    {
        if (_read == _head.Slots.Length && !Advance())
        {
            envelope = default;
            return false;
        }

        var chunk = _head;
        if (Volatile.Read(ref chunk.Reserved) <= _read)
        {
            envelope = default;
            return false;
        }

        ref var slot = ref chunk.Slots[_read];
        slot.Await();
        envelope = slot.Empty();
        _read++;
        return true;
    }

    /// <summary>A writer that reserved beyond the end of a chunk will append the next one: it is waited for.</summary>
    private bool Advance()
    {
        var chunk = _head;
        var next = Volatile.Read(ref chunk.Next);
        if (next is null)
        {
            if (Volatile.Read(ref chunk.Reserved) <= chunk.Slots.Length)
            {
                return false;
            }

            next = NextOf(chunk);
        }

        (_head, _read) = (next, 0);
        return true;
    }

    private Chunk NextOf(Chunk chunk)
    {
        var next = Volatile.Read(ref chunk.Next);
        if (next is null)
        {
            var size = Math.Min(chunk.Slots.Length * 4, LargestChunk);
            var made = new Chunk(size, chunk.Before + chunk.Slots.Length);
            next = Interlocked.CompareExchange(ref chunk.Next, made, null) ?? made;
        }

        Interlocked.CompareExchange(ref _tail, next, chunk);
        return next;
    }

    private struct Slot
    {
        private object? _message;
        private IActorRef? _sender;

        public void Fill(in Envelope envelope)
        {
            _sender = envelope.Sender;
            Volatile.Write(ref _message, envelope.Message);
        }

        /// <summary>
        /// Its writer is between reserving and filling; that takes some instructions, unless its thread was put aside.
        /// </summary>
        public readonly void Await()
        {
            if (Volatile.Read(in _message) is null)
            {
                var spinner = default(SpinWait);
                do
                {
                    spinner.SpinOnce(sleep1Threshold: -1);
                }
                while (Volatile.Read(in _message) is null);
            }
        }

        public Envelope Empty()
        {
            var envelope = new Envelope(_message!, _sender);
            (_message, _sender) = (null, null);
            return envelope;
        }
    }

    private sealed class Chunk(int size, long before)
    {
        public readonly Slot[] Slots = new Slot[size];
        public readonly long Before = before;
        public int Reserved;
        public Chunk? Next;
    }
}
