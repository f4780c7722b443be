namespace Akka.Actor;

/// <summary>Timers in the order in which they are due; among equals in the order in which they were set.</summary>
internal sealed class TimerQueue
{
    private readonly PriorityQueue<TimerEntry, (TimeSpan Due, long Number)> _entries = new();
    private long _numbers;
    private int _cancelled;

    public int Count => _entries.Count;

    public void Add(TimerEntry entry, TimeSpan due)
    {
        entry.Due = due;
        _entries.Enqueue(entry, (due, _numbers++));
        if (Volatile.Read(ref _cancelled) > 64 + (_entries.Count / 2))
        {
            DropCancelled();
        }
    }

    /// <summary>When the next timer is due; null when there is none.</summary>
    public TimeSpan? NextDue()
    {
        while (_entries.TryPeek(out var entry, out var key))
        {
            if (!entry.IsCancelled)
            {
                return key.Due;
            }

            _entries.Dequeue();
        }

        return null;
    }

    /// <summary>Takes the next timer that is due by now; a periodic one is set anew before it is given.</summary>
    public TimerEntry? TakeDue(TimeSpan now)
    {
        if (NextDue() is not { } due || due > now)
        {
            return null;
        }

        var entry = _entries.Dequeue();
        if (entry.Interval is { } interval)
        {
            Add(entry, due + interval);
        }

        return entry;
    }

    public void Clear() => _entries.Clear();

    public void NoteCancelled() => Interlocked.Increment(ref _cancelled);

    private void DropCancelled()
    {
        var kept = _entries.UnorderedItems.Where(item => !item.Element.IsCancelled).ToArray();
        _entries.Clear();
        _entries.EnqueueRange(kept);
        Volatile.Write(ref _cancelled, 0);
    }
}
