using System.Globalization;

namespace Barter.Model;

/// <summary>An instant: nanoseconds since 1970-01-01T00:00:00Z; from 1677-09-21 to 2262-04-11.</summary>
public readonly record struct Timestamp(long UnixNanos) : IComparable<Timestamp>
{
    /// <summary>1970-01-01T00:00:00Z.</summary>
    public static readonly Timestamp Epoch = new(0);

    public static readonly Timestamp MinValue = new(long.MinValue);
    public static readonly Timestamp MaxValue = new(long.MaxValue);

    public const long NanosPerTick = 100;
    public const long NanosPerMilli = 1_000_000;
    public const long NanosPerSecond = 1_000_000_000;
    public const long NanosPerDay = 86_400 * NanosPerSecond;

    public static Timestamp FromUnixMillis(long millis) => new(checked(millis * NanosPerMilli));

    public static Timestamp From(DateTimeOffset instant) =>
        new(checked((instant.UtcTicks - DateTime.UnixEpoch.Ticks) * NanosPerTick));

    /// <summary>The midnight (UTC) at or before this instant.</summary>
    public Timestamp Midnight => new(UnixNanos - Modulo(UnixNanos, NanosPerDay));

    /// <summary>The same instant in .NET's unit; what is below 100 ns is cut off.</summary>
    public DateTimeOffset ToDateTimeOffset() =>
        new(DateTime.UnixEpoch.Ticks + FloorDivide(UnixNanos, NanosPerTick), TimeSpan.Zero);

    public Timestamp AddNanos(long nanos) => new(checked(UnixNanos + nanos));

    public static Timestamp operator +(Timestamp time, TimeSpan span) =>
        time.AddNanos(checked(span.Ticks * NanosPerTick));

    public static Timestamp operator -(Timestamp time, TimeSpan span) =>
        time.AddNanos(checked(-span.Ticks * NanosPerTick));

    /// <summary>The time between two instants; what is below 100 ns is cut off.</summary>
    public static TimeSpan operator -(Timestamp left, Timestamp right) =>
        new(checked(left.UnixNanos - right.UnixNanos) / NanosPerTick);

    public static bool operator <(Timestamp left, Timestamp right) => left.UnixNanos < right.UnixNanos;

    public static bool operator >(Timestamp left, Timestamp right) => left.UnixNanos > right.UnixNanos;

    public static bool operator <=(Timestamp left, Timestamp right) => left.UnixNanos <= right.UnixNanos;

    public static bool operator >=(Timestamp left, Timestamp right) => left.UnixNanos >= right.UnixNanos;

    public static Timestamp Max(Timestamp left, Timestamp right) => left >= right ? left : right;

    public int CompareTo(Timestamp other) => UnixNanos.CompareTo(other.UnixNanos);

    /// <summary>Reads RFC 3339 with up to nine digits of a second; an offset is turned into UTC.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Timestamp time)
    {
        Span<byte> ascii = stackalloc byte[64];
        time = default;
        if (text.Length > ascii.Length)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] > 127)
            {
                return false;
            }

            ascii[i] = (byte)text[i];
        }

        return TryParse(ascii[..text.Length], out time);
    }

    /// <summary>Reads RFC 3339 from its bytes, as market data comes; see the other overload.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Timestamp time)
    {
        time = default;
        if (text.Length < 20 || text[4] != '-' || text[7] != '-'
            || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ') || text[13] != ':' || text[16] != ':'
            || !Digits(text[..4], out var year) || !Digits(text.Slice(5, 2), out var month)
            || !Digits(text.Slice(8, 2), out var day) || !Digits(text.Slice(11, 2), out var hour)
            || !Digits(text.Slice(14, 2), out var minute) || !Digits(text.Slice(17, 2), out var second)
            || year is < 1678 or > 2261 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var rest = text[19..];
        if (!Fraction(ref rest, out var nanos) || !Offset(rest, out var offsetMinutes))
        {
            return false;
        }

        var seconds = (DaysSinceEpoch(year, month, day) * 86_400L) + (hour * 3_600) + (minute * 60) + second;
        time = new Timestamp(((seconds - (offsetMinutes * 60)) * NanosPerSecond) + nanos);
        return true;
    }

    /// <exception cref="FormatException">The text is no RFC 3339 instant.</exception>
    public static Timestamp Parse(string text) => TryParse(text, out var time)
        ? time
        : throw new FormatException($"'{text}' is not a time such as 2025-01-02T03:04:05.678Z");

    /// <summary>RFC 3339 in UTC with 0, 3, 6 or 9 digits of a second.</summary>
    public override string ToString()
    {
        var nanos = Modulo(UnixNanos, NanosPerSecond);
        var whole = DateTime.UnixEpoch.AddTicks(FloorDivide(UnixNanos, NanosPerSecond) * TimeSpan.TicksPerSecond);
        var head = whole.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        return nanos switch
        {
            0 => head + "Z",
            _ when nanos % NanosPerMilli == 0 => string.Create(null, $"{head}.{nanos / NanosPerMilli:D3}Z"),
            _ when nanos % 1_000 == 0 => string.Create(null, $"{head}.{nanos / 1_000:D6}Z"),
            _ => string.Create(null, $"{head}.{nanos:D9}Z"),
        };
    }

    private static long Modulo(long value, long divisor)
    {
        var rest = value % divisor;
        return rest < 0 ? rest + divisor : rest;
    }

    // Dividing first keeps the earliest instants, which have no room for subtracting the rest
    private static long FloorDivide(long value, long divisor) =>
        (value / divisor) - (value % divisor < 0 ? 1 : 0);

    private static long DaysSinceEpoch(int year, int month, int day) =>
        (new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks - DateTime.UnixEpoch.Ticks)
        / TimeSpan.TicksPerDay;

    private static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return true;
    }

    private static bool Fraction(ref ReadOnlySpan<byte> rest, out long nanos)
    {
        nanos = 0;
        if (rest.IsEmpty || rest[0] != '.')
        {
            return true;
        }

        var count = 0;
        while (count + 1 < rest.Length && rest[count + 1] is >= (byte)'0' and <= (byte)'9')
        {
            count++;
        }

        if (count is 0 or > 9 || !Digits(rest.Slice(1, count), out var value))
        {
            return false;
        }

        nanos = value;
        for (var i = count; i < 9; i++)
        {
            nanos *= 10;
        }

        rest = rest[(count + 1)..];
        return true;
    }

    private static bool Offset(ReadOnlySpan<byte> rest, out long minutes)
    {
        minutes = 0;
        if (rest.Length == 1 && rest[0] is (byte)'Z' or (byte)'z')
        {
            return true;
        }

        if (rest.Length != 6 || rest[0] is not ((byte)'+' or (byte)'-') || rest[3] != ':'
            || !Digits(rest.Slice(1, 2), out var hour) || !Digits(rest.Slice(4, 2), out var minute)
            || hour > 23 || minute > 59)
        {
            return false;
        }

        minutes = ((hour * 60) + minute) * (rest[0] == '-' ? -1 : 1);
        return true;
    }
}
