namespace Akka.Dispatch;

/// <summary>System messages on their way: many writers, one reader, no allocation.</summary>
/// <remarks>Writers push on a stack; the reader takes the whole stack and turns it round.</remarks>
internal struct SystemQueue
{
    private SystemMessage? _pushed;
    private SystemMessage? _taken;

    public readonly bool HasMessages => _taken is not null || Volatile.Read(in _pushed) is not null;

    public void Enqueue(SystemMessage message)
    {
        SystemMessage? top;
        do
        {
            top = Volatile.Read(ref _pushed);
            message.Next = top;
        }
        while (!ReferenceEquals(Interlocked.CompareExchange(ref _pushed, message, top), top));
    }

    public SystemMessage? Dequeue()
    {
        if (_taken is null && !Take())
        {
            return null;
        }

        var first = _taken!;
        _taken = first.Next;
        first.Next = null;
        return first;
    }

    private bool Take()
    {
        var at = Volatile.Read(ref _pushed) is null ? null : Interlocked.Exchange(ref _pushed, null);
        while (at is not null)
        {
            (at.Next, _taken, at) = (_taken, at, at.Next);
        }

        return _taken is not null;
    }
}
