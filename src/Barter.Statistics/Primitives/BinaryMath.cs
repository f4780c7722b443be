using System.Globalization;

namespace Barter.Statistics.Primitives;

/// <summary>The normal distribution in doubles, from operations that IEEE 754 rounds alike on every machine.</summary>
internal static class BinaryMath
{
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double RootOfTwoPi = 2.50662827463100050242;

    // Beyond it, the distribution is 0 or 1 to the precision of a double
    private const double Farthest = 38d;

    /// <summary>The exponential, to about the last place; 0 below the smallest double.</summary>
    public static double Exp(double exponent)
    {
        if (exponent < -745d)
        {
            return 0d;
        }

        var doublings = Math.Round(exponent / (Ln2High + Ln2Low));
        var rest = exponent - (doublings * Ln2High) - (doublings * Ln2Low);
        var (sum, term) = (0d, 1d);
        for (var n = 1; n < 24; n++)
        {
            sum += term;
            term *= rest / n;
        }

        return Math.ScaleB(sum, (int)doublings);
    }

    /// <summary>The share of a standard normal variable below a value.</summary>
    public static double NormalBelow(double value) => value switch
    {
        > Farthest => 1d,
        < -Farthest => 0d,
        > 3d => 1d - Tail(value),
        < -3d => Tail(-value),
        _ => 0.5d + (Density(value) * CentralSeries(value)),
    };

    /// <summary>The value below which a share of a standard normal variable lies, by bisection.</summary>
    /// <param name="share">Between 0 and 1, both excluded.</param>
    public static double NormalQuantile(double share)
    {
        if (share > 0.5d)
        {
            return -NormalQuantile(1d - share);
        }

        var (low, high) = (-Farthest, 0d);
        for (var i = 0; i < 64; i++)
        {
            var middle = (low + high) / 2d;
            if (NormalBelow(middle) < share)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return high;
    }

    /// <summary>The value to 12 significant digits; none where no decimal is as large, or it is no number.</summary>
    public static decimal? Rounded(double value) => decimal.TryParse(
        value.ToString("E11", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture,
        out var rounded)
        ? rounded
        : null;

    private static double Density(double value) => Exp(-value * value / 2d) / RootOfTwoPi;

    private static double CentralSeries(double value)
    {
        var (sum, term) = (0d, value);
        for (var n = 3; n < 200 && sum + term != sum; n += 2)
        {
            sum += term;
            term *= value * value / n;
        }

        return sum;
    }

    // The continued fraction of Laplace, from far enough inside
    private static double Tail(double value)
    {
        var fraction = value;
        for (var n = 160; n > 0; n--)
        {
            fraction = value + (n / fraction);
        }

        return Density(value) / fraction;
    }
}
