using System.Globalization;
using Barter.Model;

namespace Barter.MarketData.Recorded;

/// <summary>Reads the time of a bar in the forms in which bar files have it.</summary>
internal static class BarTime
{
    // A count since 1970 is one of seconds up to the year 2262, which is less than any count of milliseconds after 1973
    private const long MostSeconds = 100_000_000_000;
    private const long MostMillis = MostSeconds * 1_000;
    private const long MostMicros = MostMillis * 1_000;

    /// <summary>
    /// Reads RFC 3339; the same without zone, which is UTC; a date; or whole seconds, milli-, micro- or nanoseconds
    /// since 1970, told apart by their magnitude.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Timestamp time)
    {
        if (Timestamp.TryParse(text, out time))
        {
            return true;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return TryCount(count, out time);
        }

        return text.Length switch
        {
            10 => TryParseWith(text, "T00:00:00Z"u8, out time),
            >= 19 and <= 29 => TryParseWith(text, "Z"u8, out time),
            _ => false,
        };
    }

    private static bool TryParseWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> ending, out Timestamp time)
    {
        Span<byte> whole = stackalloc byte[40];
        text.CopyTo(whole);
        ending.CopyTo(whole[text.Length..]);
        return Timestamp.TryParse(whole[..(text.Length + ending.Length)], out time);
    }

    private static bool TryCount(long count, out Timestamp time)
    {
        var unit = count switch
        {
            < MostSeconds => 1_000_000_000L,
            < MostMillis => 1_000_000L,
            < MostMicros => 1_000L,
            _ => 1L,
        };
        var fits = count <= long.MaxValue / unit;
        time = new Timestamp(fits ? count * unit : 0);
        return fits;
    }
}
