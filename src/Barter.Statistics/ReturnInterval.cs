using System.Globalization;
using Barter.Model;

namespace Barter.Statistics;

/// <summary>The interval in which a return or a ratio is stated: a day, a year or any length of time.</summary>
public sealed record ReturnInterval
{
    private ReturnInterval(string name, TimeSpan length, int daysPerYear)
    {
        (Name, Length, DaysPerYear) = (name, length, daysPerYear);
    }

    public static ReturnInterval Daily { get; } = new("Daily", TimeSpan.FromDays(1), 365);

    /// <summary>A year of 252 daily returns, as exchanges with weekends and holidays have it.</summary>
    public static ReturnInterval Annual252 { get; } = new("Annual(252)", TimeSpan.FromDays(252), 252);

    /// <summary>A year of 365 daily returns, as exchanges that never close have it.</summary>
    public static ReturnInterval Annual365 { get; } = new("Annual(365)", TimeSpan.FromDays(365), 365);

    /// <summary>The label that summaries show, such as <c>Annual(252)</c> or <c>Duration 90 (minutes)</c>.</summary>
    public string Name { get; }

    /// <summary>Positive; 24 hours for each day that is counted.</summary>
    public TimeSpan Length { get; }

    internal int DaysPerYear { get; }

    /// <exception cref="ArgumentOutOfRangeException">The length is not positive.</exception>
    public static ReturnInterval Duration(TimeSpan length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero);
        var minutes = length.Ticks / TimeSpan.TicksPerMinute;
        return new ReturnInterval(string.Create(null, $"Duration {minutes} (minutes)"), length, 365);
    }

    /// <summary>
    /// Reads a name (<c>daily</c>, <c>annual_252</c>, <c>Annual(365)</c>) or a length (<c>4h</c>, <c>00:30:00</c>).
    /// </summary>
    /// <remarks>
    /// Case and surrounding spaces do not matter. The units of a length are <c>ms</c>, <c>s</c>, <c>m</c>, <c>h</c>
    /// and <c>d</c>; with colons it is <c>[days.]hours:minutes:seconds</c>.
    /// </remarks>
    /// <exception cref="FormatException">It is neither.</exception>
    public static ReturnInterval Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var interval)
            ? interval
            : throw new FormatException(
                $"invalid interval '{text}'. valid values are: daily, annual_252, annual_365, or a duration "
                + "such as 4h");
    }

    public override string ToString() => Name;

    private static bool TryParse(string text, out ReturnInterval interval)
    {
        var word = text.Trim().ToLowerInvariant();
        interval = word switch
        {
            "annual252" or "annual_252" or "annual-252" or "annual(252)" => Annual252,
            "annual365" or "annual_365" or "annual-365" or "annual(365)" => Annual365,
            _ => Daily,
        };
        if (word is "daily" || interval != Daily)
        {
            return true;
        }

        if (!TryParseLength(word, out var length) || length <= TimeSpan.Zero)
        {
            return false;
        }

        interval = Duration(length);
        return true;
    }

    private static bool TryParseLength(string word, out TimeSpan length)
    {
        if (word.Contains(':', StringComparison.Ordinal))
        {
            return TimeSpan.TryParseExact(word, "c", CultureInfo.InvariantCulture, out length);
        }

        length = default;
        var digits = word.AsSpan().TrimEnd("abcdefghijklmnopqrstuvwxyz");
        var ticks = word.AsSpan(digits.Length) switch
        {
            "ms" => TimeSpan.TicksPerMillisecond,
            "s" => TimeSpan.TicksPerSecond,
            "m" => TimeSpan.TicksPerMinute,
            "h" => TimeSpan.TicksPerHour,
            "d" => TimeSpan.TicksPerDay,
            _ => 0L,
        };
        if (ticks == 0 || !DecimalText.TryParse(digits.TrimEnd(), out var amount)
            || Math.Abs(amount) > TimeSpan.MaxValue.Ticks / ticks)
        {
            return false;
        }

        length = new TimeSpan((long)(amount * ticks));
        return true;
    }
}
