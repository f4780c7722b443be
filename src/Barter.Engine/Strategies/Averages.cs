using Barter.Model;

namespace Barter.Engine.Strategies;

/// <summary>
/// A fast and a slow exponential average of prices, kept to ten digits behind the point: whole numbers of the last of
/// these, as decimals take five times as long.
/// </summary>
internal struct Averages
{
    public const long SharesOfOne = 1_000_000;

    private const int DigitsKept = 10;
    private const decimal UnitsOfOne = 10_000_000_000m;

    public int Count { get; private set; }

    /// <summary>In units of 0.0000000001.</summary>
    public Int128 Fast { get; private set; }

    /// <summary>In units of 0.0000000001.</summary>
    public Int128 Slow { get; private set; }

    /// <summary>Takes a price in, rounded to ten digits; shares are those of the newest price.</summary>
    public void Add(decimal price, long fastShare, long slowShare)
    {
        var units = UnitsOf(price);
        if (Count == 0)
        {
            (Fast, Slow) = (units, units);
        }

        Fast += ShareOf(units - Fast, fastShare, Fast);
        Slow += ShareOf(units - Slow, slowShare, Slow);
        Count = Math.Min(Count, int.MaxValue - 1) + 1;
    }

    private static Int128 UnitsOf(decimal price) =>
        DecimalUnits.TryCount(price, DigitsKept, out var units)
        || DecimalUnits.TryCount(Math.Round(price, DigitsKept), DigitsKept, out units)
            ? units
            : (Int128)Math.Round(price * UnitsOfOne);

    /// <summary>A share of a distance, so that a half is rounded to where the average becomes even.</summary>
    private static Int128 ShareOf(Int128 distance, long share, Int128 average)
    {
        var product = distance * share;
        var isSmall = product >= long.MinValue && product <= long.MaxValue;
        var whole = isSmall ? (long)product / SharesOfOne : product / SharesOfOne;
        var rest = (long)(product - (whole * SharesOfOne));
        if (rest < 0)
        {
            (whole, rest) = (whole - 1, rest + SharesOfOne);
        }

        var isOdd = ((average + whole) & 1) != 0;
        return rest > SharesOfOne / 2 || (rest == SharesOfOne / 2 && isOdd) ? whole + 1 : whole;
    }
}
