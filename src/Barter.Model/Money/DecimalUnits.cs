using System.Runtime.CompilerServices;

namespace Barter.Model;

/// <summary>Decimals as whole numbers of a small unit, which are faster where something is done often.</summary>
public static class DecimalUnits
{
    /// <summary>The most places that a unit may have behind the point.</summary>
    public const int PlacesMax = 12;

    private static ReadOnlySpan<ulong> PowersOfTen =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000,
    ];

    /// <summary>How many units a number is; exact, or not at all.</summary>
    /// <param name="value">The number.</param>
    /// <param name="places">The unit: 8 for 0.00000001; 0 to <see cref="PlacesMax"/>.</param>
    /// <param name="units">The count; 0 where there is none.</param>
    /// <returns>
    /// Whether it was counted. Never where it has more places, trailing zeros included, or does not fit.
    /// </returns>
    public static bool TryCount(decimal value, int places, out long units)
    {
        var bits = Unsafe.BitCast<decimal, Bits>(value);
        var rest = places - ((bits.Flags >> 16) & 0xFF);
        if (bits.High == 0 && rest >= 0)
        {
            var high = Math.BigMul(bits.Low, PowersOfTen[rest], out var size);
            if (high == 0 && size <= long.MaxValue)
            {
                units = bits.Flags < 0 ? -(long)size : (long)size;
                return true;
            }
        }

        units = 0;
        return false;
    }

    /// <summary>Whether a number is above zero and not above a whole one.</summary>
    public static bool IsPositiveUpTo(decimal value, long most)
    {
        // No scale makes a number larger than its digits are
        var bits = Unsafe.BitCast<decimal, Bits>(value);
        return bits.Flags >= 0 && bits.High == 0 && bits.Low <= (ulong)most
            ? bits.Low != 0
            : value > 0m && value <= most;
    }

    /// <summary>The number that so many units are.</summary>
    public static decimal Of(long units, int places)
    {
        var size = unchecked((ulong)(units < 0 ? -units : units));
        return new decimal(
            unchecked((int)size), unchecked((int)(size >> 32)), 0, units < 0, checked((byte)places));
    }

    /// <summary>A decimal as it lies in memory: that of a DECIMAL of COM, which does not change.</summary>
    private readonly record struct Bits(int Flags, uint High, ulong Low);
}
