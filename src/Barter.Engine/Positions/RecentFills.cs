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
    private readonly Queue<(Traded Fill, Timestamp Time)> _order;
    private Timestamp? _forgotten;
    private Timestamp? _bridged;

    public RecentFills()
        : this([], [])
    {
    }

    private RecentFills(HashSet<Traded> known, Queue<(Traded Fill, Timestamp Time)> order) =>
        (_known, _order) = (known, order);

    /// <summary>The time of the latest fill so far.</summary>
    public Timestamp? Latest { get; private set; }

    /// <summary>Returns whether the fill is news.</summary>
    public bool Add(Fill fill)
    {
        var traded = new Traded(fill);
        if (IsBridged(fill) || !_known.Add(traded))
        {
            return false;
        }

        Latest = Later(Latest, fill.TimeExchange);
        _bridged = fill.IsBridge ? Later(_bridged, fill.TimeExchange) : _bridged;
        _order.Enqueue((traded, fill.TimeExchange));
        if (_order.Count > RememberedMax)
        {
            var (oldest, time) = _order.Dequeue();
            _known.Remove(oldest);
            _forgotten = Later(_forgotten, time);
        }

        return true;
    }

    /// <summary>Whether a fill from a list that may go far back was taken in, as far as that is still known.</summary>
    /// <remarks>What is as old as a fill that is no longer remembered counts as taken in, too.</remarks>
    public bool Knows(Fill fill) =>
        IsBridged(fill) || fill.TimeExchange <= _forgotten || _known.Contains(new Traded(fill));

    public RecentFills Clone() => new([.. _known], new Queue<(Traded Fill, Timestamp Time)>(_order))
    {
        Latest = Latest,
        _forgotten = _forgotten,
        _bridged = _bridged,
    };

    /// <summary>A position that was taken over as stated holds all that had traded by then.</summary>
    private bool IsBridged(Fill fill) => fill.TimeExchange <= _bridged && !fill.IsBridge;

    private static Timestamp Later(Timestamp? known, Timestamp time) =>
        known is { } at ? Timestamp.Max(at, time) : time;

    private readonly record struct Traded(TradeId Id, OrderId Order, Side Side, decimal Price, decimal Quantity)
    {
        public Traded(Fill fill)
            : this(fill.Id, fill.OrderId, fill.Side, fill.Price, fill.Quantity)
        {
        }

        // The ids tell nearly all fills apart, and numbers take long
        public override int GetHashCode() => HashCode.Combine(Id, Order);
    }
}
