using System.Globalization;

namespace Barter.MarketData.Recorded;

/// <summary>Decimals from their digits, as market data has them by the million.</summary>
internal static class DecimalBytes
{
    private const int MostDigits = 18;

    /// <summary>Reads a decimal, with or without exponent; more than 28 digits are rounded.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out decimal value) =>
        TryParsePlain(text, out value) || TryParseAny(text, out value);

    /// <summary>The obvious way, which the quick one is tested against.</summary>
    internal static bool TryParseAny(ReadOnlySpan<byte> text, out decimal value) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out value);

    // Digits with at most one point, few enough for a long: nearly every price there is
    private static bool TryParsePlain(ReadOnlySpan<byte> text, out decimal value)
    {
        value = 0m;
        if (text.Length is 0 or > MostDigits)
        {
            return false;
        }

        var number = 0L;
        var point = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= (byte)'0' and <= (byte)'9')
            {
                number = (number * 10) + (text[i] - '0');
            }
            else if (text[i] == '.' && point < 0 && text.Length > 1)
            {
                point = i;
            }
            else
            {
                return false;
            }
        }

        var scale = point < 0 ? 0 : text.Length - point - 1;
        value = new decimal(unchecked((int)number), (int)(number >> 32), 0, false, (byte)scale);
        return true;
    }
}
