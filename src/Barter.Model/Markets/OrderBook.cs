using System.Text;

namespace Barter.Model;

/// <summary>The order book of one instrument, kept up to date by one writer from snapshots and updates.</summary>
/// <remarks>
/// What is to be handed to somebody else is a <see cref="Snapshot"/>, which does not change. That updates follow one
/// another without a gap is for whoever receives them to see to: the book takes what it is told.
/// </remarks>
public sealed class OrderBook
{
    /// <summary>An empty book.</summary>
    public OrderBook()
    {
    }

    /// <summary>A book of these levels, which may come in any order.</summary>
    /// <exception cref="ArgumentException">A price is not positive.</exception>
    public OrderBook(OrderBookLevels levels) => Replace(levels);

    /// <summary>The exchange's number of this state of the book; 0 for an empty one.</summary>
    public ulong Sequence { get; private set; }

    /// <summary>When the exchange's matching engine made this state, where it says so.</summary>
    public Timestamp? TimeEngine { get; private set; }

    public OrderBookSide Bids { get; } = new(Side.Buy);

    public OrderBookSide Asks { get; } = new(Side.Sell);

    /// <summary>Takes in a book event: a lost link empties the book, which is stale from then on.</summary>
    /// <returns>Whether the event was about books; trades and the like change nothing.</returns>
    /// <exception cref="ArgumentException">A price is not positive; the book is as it was.</exception>
    public bool Apply(in MarketEvent told)
    {
        switch (told.Kind)
        {
            case MarketEventKind.OrderBookSnapshot:
                Replace(told.Levels);
                return true;
            case MarketEventKind.OrderBookUpdate:
                Update(told.Levels);
                return true;
            case MarketEventKind.Reconnecting:
                Clear();
                return true;
            default:
                return false;
        }
    }

    /// <summary>Forgets all levels and takes these.</summary>
    /// <exception cref="ArgumentException">A price is not positive; the book is as it was.</exception>
    public void Replace(OrderBookLevels snapshot)
    {
        Require(snapshot);
        Bids.Replace(snapshot.Bids.AsSpan());
        Asks.Replace(snapshot.Asks.AsSpan());
        (Sequence, TimeEngine) = (snapshot.Sequence, snapshot.TimeEngine);
    }

    /// <summary>Sets the amounts of these levels; an amount of zero removes a level.</summary>
    /// <exception cref="ArgumentException">A price is not positive; the book is as it was.</exception>
    public void Update(OrderBookLevels changes)
    {
        Require(changes);
        foreach (var level in changes.Bids)
        {
            Bids.Upsert(level);
        }

        foreach (var level in changes.Asks)
        {
            Asks.Upsert(level);
        }

        (Sequence, TimeEngine) = (changes.Sequence, changes.TimeEngine);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => Replace(new OrderBookLevels(0, null, [], []));

    /// <summary>Halfway between the best bid and the best ask; none unless there are both.</summary>
    public decimal? MidPrice() => Top().MidPrice();

    /// <summary>See <see cref="OrderBookMath.VolumeWeightedMidPrice"/>; none unless there are both sides.</summary>
    public decimal? VolumeWeightedMidPrice() => Top().VolumeWeightedMidPrice();

    /// <summary>The first levels of each side, as they are now.</summary>
    public OrderBookLevels Snapshot(int depth = int.MaxValue) =>
        new(Sequence, TimeEngine, Bids.Top(depth), Asks.Top(depth));

    /// <summary>The first levels of each side as a table: prices in the middle, asks above bids.</summary>
    public string View(int depth = 10)
    {
        var rows = Asks.Top(depth).Reverse().Select(level => ("", Price(level), Amount(level)))
            .Concat(Bids.Top(depth).Select(level => (Amount(level), Price(level), "")))
            .Prepend(("bids", "price", "asks"))
            .ToArray();
        var (left, middle) = (rows.Max(row => row.Item1.Length), rows.Max(row => row.Item2.Length));
        var text = new StringBuilder().Append(this);
        foreach (var (bid, price, ask) in rows)
        {
            text.Append('\n').Append($"{bid.PadLeft(left)} | {price.PadLeft(middle)} | {ask}".TrimEnd());
        }

        return text.ToString();
    }

    public override string ToString() =>
        string.Create(null, $"OrderBook(sequence={Sequence}, bids={Bids.Count}, asks={Asks.Count})");

    private static string Price(Level level) => DecimalText.Format(level.Price);

    private static string Amount(Level level) => DecimalText.Format(level.Amount);

    private OrderBookL1 Top() => new(TimeEngine ?? default, Bids.Best, Asks.Best);

    private void Require(OrderBookLevels levels)
    {
        Bids.Require(levels.Bids.AsSpan());
        Asks.Require(levels.Asks.AsSpan());
    }
}
