using System.Globalization;
using Barter.Model;

namespace Barter.MarketData.Recorded.Import;

/// <summary>Reads the times of one file, which are all of one unit.</summary>
/// <param name="unit">What counts count; none means that the first one tells, by its magnitude.</param>
/// <param name="midnight">Counts are milliseconds since then, rather than since 1970.</param>
internal sealed class TimeReader(TimeUnit? unit, Timestamp? midnight)
{
    private const int MostDigits = 19;
    private const long MillisPerDay = 86_400_000;

    // What lies outside is no time of a market, but one in a wrong unit
    private static readonly Timestamp Earliest = Timestamp.Parse("1990-01-01T00:00:00Z");
    private static readonly Timestamp Latest = Timestamp.Parse("2100-01-01T00:00:00Z");

    private static readonly long[] NanosPer = [1_000_000_000, 1_000_000, 1_000, 1];

    private TimeUnit? _unit = unit;
    private bool? _areCounts;

    /// <summary>What is wrong with the last time that could not be read.</summary>
    public string Wrong { get; private set; } = "";

    public bool TryRead(ReadOnlySpan<byte> text, out Timestamp time)
    {
        var isCount = TryCount(text, out var count);
        if (isCount != (_areCounts ?? isCount))
        {
            time = default;
            return Fails($"is not written as the times before it: {ValueReader.Quote(text)}");
        }

        if (!isCount)
        {
            var isText = TryText(text, out time);
            _areCounts ??= isText ? false : null;
            return isText;
        }

        _areCounts = true;

        if (midnight is { } start)
        {
            time = count < MillisPerDay ? start.AddNanos(count * Timestamp.NanosPerMilli) : default;
            return count < MillisPerDay || Fails($"{count} ms are more than a day, and should be since midnight");
        }

        if (_unit is null && text.Length == 8 && TryCompactDate(text, default, out time))
        {
            return true;
        }

        _unit ??= UnitOf(count);
        return (TryScale(count, _unit.Value, out time) && time >= Earliest && time < Latest)
            || Fails(Misfit(count, _unit.Value));
    }

    private static bool TryCount(ReadOnlySpan<byte> text, out long count)
    {
        count = 0;
        if (text.Length is 0 or > MostDigits - 1)
        {
            return text.Length == MostDigits
                && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);
        }

        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            count = (count * 10) + (digit - '0');
        }

        return true;
    }

    private bool TryText(ReadOnlySpan<byte> text, out Timestamp time) =>
        TimeText.TryParse(text, out time)
        || (text.Length == 14 && text[8] == ' ' && TryCompactDate(text[..8], text[9..], out time))
        || TryFraction(text, out time)
        || Fails($"is not a time such as 2025-01-02 03:04:05 or 1735787045000: {ValueReader.Quote(text)}");

    // 20250102, and 03:04 where there is one
    private static bool TryCompactDate(ReadOnlySpan<byte> date, ReadOnlySpan<byte> clock, out Timestamp time)
    {
        Span<byte> whole = stackalloc byte[20];
        "0000-00-00T00:00:00Z"u8.CopyTo(whole);
        date[..4].CopyTo(whole);
        date.Slice(4, 2).CopyTo(whole[5..]);
        date.Slice(6, 2).CopyTo(whole[8..]);
        clock.CopyTo(whole[11..]);
        return Timestamp.TryParse(whole, out time) && time >= Earliest && time < Latest;
    }

    // 1735787045.123456, as some programs write seconds
    private bool TryFraction(ReadOnlySpan<byte> text, out Timestamp time)
    {
        time = default;
        if (_unit is not (null or TimeUnit.Seconds) || midnight is not null || text.Length > 20
            || !text.Contains((byte)'.') || !DecimalBytes.TryParse(text, out var seconds)
            || seconds < 0m || seconds > 4_102_444_800m)
        {
            return false;
        }

        var nanos = seconds * Timestamp.NanosPerSecond;
        time = new Timestamp((long)nanos);
        _unit = TimeUnit.Seconds;
        return nanos == decimal.Truncate(nanos) && time >= Earliest && time < Latest;
    }

    private static TimeUnit UnitOf(long count) => count switch
    {
        < 100_000_000_000 => TimeUnit.Seconds,
        < 100_000_000_000_000 => TimeUnit.Milliseconds,
        < 100_000_000_000_000_000 => TimeUnit.Microseconds,
        _ => TimeUnit.Nanoseconds,
    };

    private static bool TryScale(long count, TimeUnit unit, out Timestamp time)
    {
        var nanos = NanosPer[(int)unit];
        var fits = count <= long.MaxValue / nanos;
        time = new Timestamp(fits ? count * nanos : 0);
        return fits;
    }

    private static string Misfit(long count, TimeUnit unit)
    {
        var likely = UnitOf(count);
        var now = TryScale(count, unit, out var time) ? time.ToString() : "after the year 2262";
        return likely != unit && TryScale(count, likely, out var other) && other >= Earliest && other < Latest
            ? $"{count} is {now} if it counts {Name(unit)}, as the file does, but {other} if {Name(likely)}; "
                + $"if all of the file counts those, say --time-unit {Short(likely)}"
            : $"{count} is {now} if it counts {Name(unit)}, which is no time of a market";
    }

    private static string Name(TimeUnit unit) => unit.ToString().ToLowerInvariant();

    private static string Short(TimeUnit unit) => unit switch
    {
        TimeUnit.Seconds => "s",
        TimeUnit.Milliseconds => "ms",
        TimeUnit.Microseconds => "us",
        _ => "ns",
    };

    private bool Fails(string wrong)
    {
        Wrong = wrong;
        return false;
    }
}
