using Barter.Model;

namespace Barter.Engine.Strategies;

/// <summary>
/// A fast and a slow exponential average of prices, kept to ten digits behind the point: whole numbers of the last of
/// these, as decimals take several times as long, and decimals from the first price on that is too large for that.
/// </summary>
internal struct Averages
{
    public const long SharesOfOne = 1_000_000;

    private const int DigitsKept = 10;

    // The distance between any two still fits
    private const long UnitsMax = long.MaxValue / 2;

    // Times all shares, it still fits
    private const long DistanceMax = long.MaxValue / SharesOfOne;

    private long _fast;
    private long _slow;
    private (decimal Fast, decimal Slow)? _large;

    public int Count { get; private set; }

    public readonly decimal Fast => _large?.Fast ?? DecimalUnits.Of(_fast, DigitsKept);

    public readonly decimal Slow => _large?.Slow ?? DecimalUnits.Of(_slow, DigitsKept);

    /// <summary>Positive while the fast average is above the slow one, negative while it is below.</summary>
    public readonly int Trend => _large is var (fast, slow) ? fast.CompareTo(slow) : _fast.CompareTo(_slow);

    /// <summary>Takes a price in, rounded to ten digits; shares are those of the newest price.</summary>
    public void Add(decimal price, long fastShare, long slowShare)
    {
        if (_large is null && TryCount(price, out var units))
        {
            if (Count == 0)
            {
                (_fast, _slow) = (units, units);
            }

            _fast = Moved(_fast, units, fastShare);
            _slow = Moved(_slow, units, slowShare);
        }
        else
        {
            price = Math.Round(price, DigitsKept);
            var (fast, slow) = Count == 0 ? (price, price) : (Fast, Slow);
            _large = (Moved(fast, price, fastShare), Moved(slow, price, slowShare));
        }

        Count = Math.Min(Count, int.MaxValue - 1) + 1;
    }

    private static bool TryCount(decimal price, out long units) =>
        (DecimalUnits.TryCount(price, DigitsKept, out units)
            || DecimalUnits.TryCount(Math.Round(price, DigitsKept), DigitsKept, out units))
        && units is >= -UnitsMax and <= UnitsMax;

    private static decimal Moved(decimal average, decimal price, long share) =>
        Math.Round(average + ((price - average) * ((decimal)share / SharesOfOne)), DigitsKept);

    /// <summary>Moves by a share of the distance; a half is rounded to where the average becomes even.</summary>
    private static long Moved(long average, long price, long share)
    {
        var distance = price - average;
        long whole;
        long rest;
        if (distance is >= -DistanceMax and <= DistanceMax)
        {
            var product = distance * share;
            whole = product / SharesOfOne;
            rest = product - (whole * SharesOfOne);
        }
        else
        {
            var product = (Int128)distance * share;
            whole = (long)(product / SharesOfOne);
            rest = (long)(product % SharesOfOne);
        }

        if (rest < 0)
        {
            (whole, rest) = (whole - 1, rest + SharesOfOne);
        }

        var lower = average + whole;
        return rest > SharesOfOne / 2 || (rest == SharesOfOne / 2 && (lower & 1) != 0) ? lower + 1 : lower;
    }
}
