using Barter.Model;

namespace Barter.MarketData.Recorded.Import;

/// <summary>Reads times that are texts, in the forms in which files have them.</summary>
internal static class TimeText
{
    /// <summary>Reads RFC 3339; the same without zone, which is UTC; or a date.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Timestamp time)
    {
        if (Timestamp.TryParse(text, out time))
        {
            return true;
        }

        return text.Length switch
        {
            10 => TryParseWith(text, "T00:00:00Z"u8, out time),
            16 => TryParseWith(text, ":00Z"u8, out time),
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
}
