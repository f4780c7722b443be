namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Cursors, of which the first is the one whose turn it is.</summary>
internal sealed class CursorHeap
{
    private readonly List<SeriesCursor> _cursors = [];

    public int Count => _cursors.Count;

    public SeriesCursor First => _cursors[0];

    /// <summary>The key of the cursor whose turn it would be without the first.</summary>
    public EventKey SecondKey => _cursors.Count switch
    {
        1 => EventKey.Never,
        2 => _cursors[1].Key,
        _ => _cursors[1].Key.IsBefore(_cursors[2].Key) ? _cursors[1].Key : _cursors[2].Key,
    };

    public void Add(SeriesCursor cursor)
    {
        _cursors.Add(cursor);
        for (var at = _cursors.Count - 1; at > 0 && IsBefore(at, (at - 1) / 2); at = (at - 1) / 2)
        {
            Swap(at, (at - 1) / 2);
        }
    }

    /// <summary>Puts the first where it belongs after it went on; takes it out if it has ended.</summary>
    public void Settle()
    {
        if (First.HasEnded)
        {
            _cursors[0] = _cursors[^1];
            _cursors.RemoveAt(_cursors.Count - 1);
        }

        for (var at = 0; ;)
        {
            var (left, right) = ((2 * at) + 1, (2 * at) + 2);
            var child = right < _cursors.Count && IsBefore(right, left) ? right : left;
            if (child >= _cursors.Count || !IsBefore(child, at))
            {
                return;
            }

            Swap(child, at);
            at = child;
        }
    }

    private bool IsBefore(int left, int right) => _cursors[left].Key.IsBefore(_cursors[right].Key);

    private void Swap(int left, int right) => (_cursors[left], _cursors[right]) = (_cursors[right], _cursors[left]);
}
