namespace Akka.Actor;

/// <summary>The children of one actor, in the order of their creation.</summary>
/// <remarks>Other threads look children up and, below the guardians, create them: hence the lock.</remarks>
internal sealed class Children
{
    private readonly Dictionary<string, ChildStats> _byName = new(StringComparer.Ordinal);
    private ChildStats? _first;
    private ChildStats? _last;
    private long _names;
    private bool _isClosed;

    public bool IsEmpty
    {
        get
        {
            lock (_byName)
            {
                return _byName.Count == 0;
            }
        }
    }

    public string NextName()
    {
        const int LongestName = 1 + ((64 + 5) / 6);
        const string Digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+~";
        var number = Interlocked.Increment(ref _names) - 1;
        Span<char> text = stackalloc char[LongestName];
        var length = 0;
        text[length++] = '$';
        do
        {
            text[length++] = Digits[(int)(number & 63)];
            number >>= 6;
        }
        while (number != 0);

        // The last digit was written first
        text[1..length].Reverse();
        return new string(text[..length]);
    }

    /// <exception cref="InvalidActorNameException">A sibling has the name.</exception>
    /// <exception cref="InvalidOperationException">The parent is stopping.</exception>
    public void Add(LocalActorRef child)
    {
        var stats = new ChildStats(child);
        lock (_byName)
        {
            if (_isClosed)
            {
                throw new InvalidOperationException(
                    $"cannot create {child.Path}: its parent is terminating or has terminated");
            }

            if (!_byName.TryAdd(child.Path.Name, stats))
            {
                throw new InvalidActorNameException(
                    $"actor name [{child.Path.Name}] is not unique: {child.Path} exists; "
                    + "a name is free again once Terminated of its last holder was told");
            }

            stats.Before = _last;
            if (_last is null)
            {
                _first = stats;
            }
            else
            {
                _last.After = stats;
            }

            _last = stats;
        }
    }

    /// <returns>False when it was no child, or another incarnation.</returns>
    public bool Remove(IActorRef child)
    {
        lock (_byName)
        {
            if (Find(child) is not { } stats)
            {
                return false;
            }

            _byName.Remove(child.Path.Name);
            if (stats.Before is null)
            {
                _first = stats.After;
            }
            else
            {
                stats.Before.After = stats.After;
            }

            if (stats.After is null)
            {
                _last = stats.Before;
            }
            else
            {
                stats.After.Before = stats.Before;
            }

            return true;
        }
    }

    public ChildStats? Get(string name)
    {
        lock (_byName)
        {
            return _byName.GetValueOrDefault(name);
        }
    }

    public ChildStats? Get(IActorRef child)
    {
        lock (_byName)
        {
            return Find(child);
        }
    }

    public ChildStats[] Snapshot()
    {
        lock (_byName)
        {
            if (_byName.Count == 0)
            {
                return [];
            }

            var all = new ChildStats[_byName.Count];
            var at = 0;
            for (var stats = _first; stats is not null; stats = stats.After)
            {
                all[at++] = stats;
            }

            return all;
        }
    }

    /// <summary>No child is added any more.</summary>
    public void Close()
    {
        lock (_byName)
        {
            _isClosed = true;
        }
    }

    /// <summary>Children may be added again.</summary>
    public void Open()
    {
        lock (_byName)
        {
            _isClosed = false;
        }
    }

    private ChildStats? Find(IActorRef child) =>
        _byName.TryGetValue(child.Path.Name, out var stats) && stats.Child.Equals(child) ? stats : null;
}
