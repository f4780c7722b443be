namespace Akka.Actor;

/// <summary>The stash of one incarnation of an actor.</summary>
internal sealed class Stash(ActorCell cell, bool isBounded) : IStash
{
    private readonly LinkedList<Envelope> _stashed = new();
    private long _lastStashed;

    public int Count => _stashed.Count;

    public bool IsEmpty => Count == 0;

    public bool NonEmpty => Count > 0;

    /// <summary>-1 for no limit.</summary>
    public int Capacity { get; } = isBounded ? cell.StashCapacity : -1;

    public bool IsFull => Capacity >= 0 && Count >= Capacity;

    void IStash.Stash()
    {
        var current = cell.CurrentEnvelope();
        if (_lastStashed == cell.Deliveries)
        {
            throw new IllegalActorStateException($"can't stash the same message {current} more than once");
        }

        if (IsFull)
        {
            throw new StashOverflowException(
                $"{cell.Self} could not stash {current}: its stash holds {Capacity} messages (stash-capacity)");
        }

        _lastStashed = cell.Deliveries;
        _stashed.AddLast(current);
    }

    public void Unstash()
    {
        if (_stashed.First is { } first)
        {
            _stashed.RemoveFirst();
            cell.Unstash(first.Value);
        }
    }

    public void UnstashAll() => UnstashAll(static _ => true);

    /// <summary>Messages of which the predicate is false are dropped.</summary>
    public void UnstashAll(Func<Envelope, bool> predicate)
    {
        while (_stashed.Last is { } last)
        {
            _stashed.RemoveLast();
            if (predicate(last.Value))
            {
                cell.Unstash(last.Value);
            }
        }
    }

    public IEnumerable<Envelope> ClearStash()
    {
        Envelope[] cleared = [.. _stashed];
        _stashed.Clear();
        return cleared;
    }

    public void Prepend(IEnumerable<Envelope> envelopes)
    {
        foreach (var envelope in envelopes.Reverse())
        {
            _stashed.AddFirst(envelope);
        }
    }
}
