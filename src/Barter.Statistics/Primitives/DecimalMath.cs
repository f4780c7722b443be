namespace Barter.Statistics.Primitives;

/// <summary>Roots, logarithms and powers to the precision of a decimal; the only file that touches a double.</summary>
public static class DecimalMath
{
    private const decimal Ln2 = 0.6931471805599453094172321215m;
    private const decimal Sqrt2 = 1.4142135623730950488016887242m;

    // Above the logarithm of the largest decimal, and below that of anything its 28 places can show
    private const decimal ExponentMax = 67m;
    private const decimal ExponentMin = -66m;

    /// <summary>The square root by Newton's iteration.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static decimal Sqrt(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 0m);
        if (value == 0m)
        {
            return 0m;
        }

        // The seed only saves iterations: IEEE 754 rounds a root alike on every machine
        var root = (decimal)Math.Sqrt((double)value);
        var previous = 0m;
        for (var i = 0; i < 16; i++)
        {
            var next = (root + (value / root)) / 2m;
            if (next == root || next == previous)
            {
                return next;
            }

            (previous, root) = (root, next);
        }

        return root;
    }

    /// <summary>The natural logarithm.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public static decimal Ln(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, 0m);
        var halvings = 0;
        for (; value > Sqrt2; halvings++)
        {
            value /= 2m;
        }

        for (; value * Sqrt2 < 1m; halvings--)
        {
            value *= 2m;
        }

        // ln x = 2 artanh((x - 1) / (x + 1)), and the argument is now within 0.172 of zero
        var z = (value - 1m) / (value + 1m);
        var square = z * z;
        var (sum, power) = (0m, z);
        for (var n = 1; power != 0m; n += 2)
        {
            sum += power / n;
            power *= square;
        }

        return (2m * sum) + (halvings * Ln2);
    }

    /// <summary>The exponential; 0 where the result is too small to show.</summary>
    /// <exception cref="OverflowException">The result is larger than a decimal can be.</exception>
    public static decimal Exp(decimal exponent)
    {
        if (exponent > ExponentMax)
        {
            throw new OverflowException($"the exponential of {exponent} is larger than a decimal can be");
        }

        if (exponent < ExponentMin)
        {
            return 0m;
        }

        var doublings = (int)Math.Round(exponent / Ln2);
        var rest = exponent - (doublings * Ln2);
        var (sum, term) = (0m, 1m);
        for (var n = 1; term != 0m; n++)
        {
            sum += term;
            term *= rest / n;
        }

        // In two steps, because 2^96 itself is one more than the largest decimal
        var half = doublings / 2;
        return Double(Double(sum, half), doublings - half);
    }

    /// <summary>A positive base to any power.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The base is not positive.</exception>
    /// <exception cref="OverflowException">The result is larger than a decimal can be.</exception>
    public static decimal Pow(decimal value, decimal exponent) => Exp(exponent * Ln(value));

    private static decimal Double(decimal value, int times)
    {
        var power = 1m;
        for (var i = Math.Abs(times); i > 0; i--)
        {
            power *= 2m;
        }

        return times < 0 ? value / power : value * power;
    }
}
