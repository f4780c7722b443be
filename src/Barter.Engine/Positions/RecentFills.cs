using Barter.Model;

namespace Barter.Engine.Positions;

/// <summary>Remembers the last fills of an instrument, so that one that is told twice counts once.</summary>
/// <remarks>Fills are compared whole: some exchanges reuse an id across orders.</remarks>
internal sealed class RecentFills
{
    private const int RememberedMax = 1_024;

    private readonly HashSet<Fill> _known;
    private readonly Queue<Fill> _order;

    public RecentFills()
        : this([], [])
    {
    }

    private RecentFills(HashSet<Fill> known, Queue<Fill> order) => (_known, _order) = (known, order);

    /// <summary>Returns whether the fill is news.</summary>
    public bool Add(Fill fill)
    {
        if (!_known.Add(fill))
        {
            return false;
        }

        _order.Enqueue(fill);
        if (_order.Count > RememberedMax)
        {
            _known.Remove(_order.Dequeue());
        }

        return true;
    }

    public RecentFills Clone() => new([.. _known], new Queue<Fill>(_order));
}
