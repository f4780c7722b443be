using Barter.Model;

namespace Barter.Engine.Positions;

/// <summary>Remembers the last fills of an instrument, so that one that is told twice counts once.</summary>
/// <remarks>
/// An id alone does not name a fill: some exchanges reuse it across orders. Nor does the whole of it: a query may tell
/// the same fill without our strategy, with its time cut or with its fee asset spelt out.
/// </remarks>
internal sealed class RecentFills
{
    private const int RememberedMax = 1_024;

    private readonly HashSet<Traded> _known;
    private readonly Queue<Traded> _order;

    public RecentFills()
        : this([], [])
    {
    }

    private RecentFills(HashSet<Traded> known, Queue<Traded> order) => (_known, _order) = (known, order);

    /// <summary>Returns whether the fill is news.</summary>
    public bool Add(Fill fill)
    {
        var traded = new Traded(fill.Id, fill.OrderId, fill.Side, fill.Price, fill.Quantity);
        if (!_known.Add(traded))
        {
            return false;
        }

        _order.Enqueue(traded);
        if (_order.Count > RememberedMax)
        {
            _known.Remove(_order.Dequeue());
        }

        return true;
    }

    public RecentFills Clone() => new([.. _known], new Queue<Traded>(_order));

    private readonly record struct Traded(TradeId Id, OrderId Order, Side Side, decimal Price, decimal Quantity);
}
