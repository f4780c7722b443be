using System.Globalization;

namespace Barter.Model;

/// <summary>The one text form of a decimal: invariant, no exponent, no trailing zeros.</summary>
/// <remarks><c>1.0m</c> equals <c>1.00m</c> and yet prints differently; here both print <c>1</c>.</remarks>
public static class DecimalText
{
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>The same number with the smallest scale that holds it.</summary>
    public static decimal Normalise(decimal value) => value == 0m ? 0m : value / One;

    public static string Format(decimal value) => Normalise(value).ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a decimal, with or without exponent.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
