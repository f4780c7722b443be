using System.Collections;

namespace Barter.Model;

/// <summary>The bids or the asks of an order book, best first, a level for every price.</summary>
public sealed class OrderBookSide : IReadOnlyList<Level>
{
    private const int CapacityFirst = 16;

    // Best last: most changes are near the best price, and an array is cheapest to change at its end
    private Level[] _levels = new Level[CapacityFirst];

    internal OrderBookSide(Side side) => Side = side;

    /// <summary>Buy for bids, sell for asks.</summary>
    public Side Side { get; }

    public int Count { get; private set; }

    /// <summary>The level at a depth; 0 is the best.</summary>
    public Level this[int depth] => depth >= 0 && depth < Count ? _levels[Count - 1 - depth] : throw NoLevelAt(depth);

    public Level? Best => Count > 0 ? _levels[Count - 1] : null;

    /// <summary>Puts levels, in any order, into the order of bids. Of two with one price the first counts.</summary>
    /// <exception cref="ArgumentException">A price is not positive.</exception>
    public static OrderBookSide Bids(IEnumerable<Level> levels) => Of(Side.Buy, levels);

    /// <summary>Puts levels, in any order, into the order of asks. Of two with one price the first counts.</summary>
    /// <exception cref="ArgumentException">A price is not positive.</exception>
    public static OrderBookSide Asks(IEnumerable<Level> levels) => Of(Side.Sell, levels);

    /// <summary>How much there is at a price and better.</summary>
    public decimal AmountUpTo(decimal price)
    {
        var sum = 0m;
        for (var i = Count - 1; i >= 0 && !IsBetter(price, _levels[i].Price); i--)
        {
            sum += _levels[i].Amount;
        }

        return sum;
    }

    /// <summary>The worst price that an order of this amount would reach; none where there is less.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not positive.</exception>
    public decimal? PriceFor(decimal amount) => Reach(amount)?.Worst;

    /// <summary>What a unit would cost on average in an order of this amount; none where there is less.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not positive.</exception>
    public decimal? AveragePriceFor(decimal amount) => Reach(amount) is { } taken ? taken.Cost / amount : null;

    public IEnumerator<Level> GetEnumerator()
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            yield return _levels[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The first levels, all where there are fewer.</summary>
    public ValueList<Level> Top(int depth) => Enumerable.Take(this, depth).ToValueList();

    /// <summary>Refuses levels that were never made, so that no book is left half changed.</summary>
    internal void Require(ReadOnlySpan<Level> levels)
    {
        foreach (var level in levels)
        {
            if (level.Price <= 0m)
            {
                throw new ArgumentException(
                    $"{(Side == Side.Buy ? "bid" : "ask")} price must be positive and finite, "
                    + $"received {DecimalText.Format(level.Price)}",
                    nameof(levels));
            }
        }
    }

    /// <summary>Forgets what there was, and takes these levels.</summary>
    internal void Replace(ReadOnlySpan<Level> levels)
    {
        Count = 0;

        // Told best first, as is usual, each level is added at the end
        for (var i = levels.Length - 1; i >= 0; i--)
        {
            Upsert(levels[i]);
        }
    }

    /// <summary>Sets the amount at a price; an amount of zero removes the level.</summary>
    internal void Upsert(Level level)
    {
        var at = PlaceOf(level.Price);
        var isKnown = at < Count && _levels[at].Price == level.Price;
        if (isKnown && level.Amount == 0m)
        {
            Count--;
            Array.Copy(_levels, at + 1, _levels, at, Count - at);
        }
        else if (isKnown)
        {
            _levels[at] = level;
        }
        else if (level.Amount > 0m)
        {
            Insert(at, level);
        }
    }

    private static OrderBookSide Of(Side side, IEnumerable<Level> levels)
    {
        var made = new OrderBookSide(side);
        var given = levels.ToArray();
        made.Require(given);
        made.Replace(given);
        return made;
    }

    private void Insert(int at, Level level)
    {
        if (Count == _levels.Length)
        {
            Array.Resize(ref _levels, 2 * Count);
        }

        Array.Copy(_levels, at, _levels, at + 1, Count - at);
        _levels[at] = level;
        Count++;
    }

    private ArgumentOutOfRangeException NoLevelAt(int depth) =>
        new(nameof(depth), depth, string.Create(null, $"the side has {Count} level(s)"));

    // The first level that is not worse, by halving: everything before it is worse
    private int PlaceOf(decimal price)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = IsBetter(price, _levels[middle].Price) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private (decimal Worst, decimal Cost)? Reach(decimal amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        var (rest, cost) = (amount, 0m);
        for (var i = Count - 1; i >= 0; i--)
        {
            var taken = Math.Min(rest, _levels[i].Amount);
            (rest, cost) = (rest - taken, cost + (taken * _levels[i].Price));
            if (rest == 0m)
            {
                return (_levels[i].Price, cost);
            }
        }

        return null;
    }

    private bool IsBetter(decimal price, decimal than) => Side == Side.Buy ? price > than : price < than;
}
