using System.Globalization;
using Barter.Model;

namespace Barter.Backtest.Reporting;

/// <summary>Where an axis is marked: at round values and at round times.</summary>
internal static class Ticks
{
    private static readonly long[] Seconds =
    [
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200,
        86_400, 172_800, 432_000, 604_800, 1_209_600,
    ];

    private static readonly decimal[] Factors = [1m, 2m, 2.5m, 5m];

    private static readonly int[] Months = [1, 2, 3, 6, 12, 24, 60, 120];

    /// <summary>The distance between round values: 1, 2, 2.5 or 5 times a power of ten.</summary>
    public static decimal Step(decimal range, int count)
    {
        var rough = range / count;
        var power = 1m;
        while (power * 10m <= rough)
        {
            power *= 10m;
        }

        while (power > rough && power > 0.0000000001m)
        {
            power /= 10m;
        }

        return Factors.Select(factor => factor * power).FirstOrDefault(step => step >= rough, power * 10m);
    }

    public static IEnumerable<decimal> Values(decimal low, decimal high, decimal step)
    {
        for (var value = Math.Ceiling(low / step) * step; value <= high; value += step)
        {
            yield return value;
        }
    }

    /// <summary>As many places as the distance between marks needs.</summary>
    public static int Places(decimal step)
    {
        var places = 0;
        while (places < 10 && step != Math.Truncate(step))
        {
            step *= 10m;
            places++;
        }

        return places;
    }

    /// <summary>Round times between two others, at most so many, with their labels.</summary>
    public static IReadOnlyList<(Timestamp Time, string Label)> Times(Timestamp first, Timestamp last, int count)
    {
        var seconds = (last.UnixNanos / Timestamp.NanosPerSecond) - (first.UnixNanos / Timestamp.NanosPerSecond);
        var step = Array.Find(Seconds, length => seconds / length <= count);
        return step != 0 ? OfSeconds(first, last, step) : OfMonths(first, last, count);
    }

    private static List<(Timestamp Time, string Label)> OfSeconds(Timestamp first, Timestamp last, long step)
    {
        var ticks = new List<(Timestamp, string)>();
        var nanos = step * Timestamp.NanosPerSecond;
        var at = first.UnixNanos - (first.UnixNanos % nanos);
        for (at = at < first.UnixNanos ? at + nanos : at; at <= last.UnixNanos; at += nanos)
        {
            var time = new Timestamp(at);
            var format = at % Timestamp.NanosPerDay == 0 ? "d MMM" : step < 60 ? "HH:mm:ss" : "HH:mm";
            ticks.Add((time, time.ToDateTimeOffset().ToString(format, CultureInfo.InvariantCulture)));
        }

        return ticks;
    }

    private static List<(Timestamp Time, string Label)> OfMonths(Timestamp first, Timestamp last, int count)
    {
        var (start, end) = (first.ToDateTimeOffset(), last.ToDateTimeOffset());
        var total = ((end.Year - start.Year) * 12) + end.Month - start.Month;
        var step = Months.FirstOrDefault(months => total / months <= count, 240);
        var ticks = new List<(Timestamp, string)>();
        var at = new DateTimeOffset(start.Year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (; at <= end; at = at.AddMonths(step))
        {
            if (at >= start)
            {
                var format = step % 12 == 0 ? "yyyy" : "MMM yyyy";
                ticks.Add((Timestamp.From(at), at.ToString(format, CultureInfo.InvariantCulture)));
            }
        }

        return ticks;
    }
}
