using System.Collections.Frozen;
using System.Globalization;

namespace Akka.Configuration.Hocon;

/// <summary>Durations and sizes as texts: a number, optional blanks, a unit.</summary>
internal static class Units
{
    private const decimal Kilo = 1000m;
    private const decimal Kibi = 1024m;

    /// <summary>Ticks in each unit; a plain number counts milliseconds.</summary>
    private static readonly FrozenDictionary<string, decimal> Durations = Table(
        (0.01m, "ns nano nanos nanosecond nanoseconds"),
        (TimeSpan.TicksPerMicrosecond, "us micro micros microsecond microseconds"),
        (TimeSpan.TicksPerMillisecond, "ms milli millis millisecond milliseconds"),
        (TimeSpan.TicksPerSecond, "s second seconds"),
        (TimeSpan.TicksPerMinute, "m minute minutes"),
        (TimeSpan.TicksPerHour, "h hour hours"),
        (TimeSpan.TicksPerDay, "d day days"));

    /// <summary>Bytes in each unit; a plain number counts bytes.</summary>
    private static readonly FrozenDictionary<string, decimal> Sizes = Table(
        (1m, "B b byte bytes"),
        (Kilo, "kB kilobyte kilobytes"),
        (Kilo * Kilo, "MB megabyte megabytes"),
        (Kilo * Kilo * Kilo, "GB gigabyte gigabytes"),
        (Kilo * Kilo * Kilo * Kilo, "TB terabyte terabytes"),
        (Kilo * Kilo * Kilo * Kilo * Kilo, "PB petabyte petabytes"),
        (Kilo * Kilo * Kilo * Kilo * Kilo * Kilo, "EB exabyte exabytes"),
        (Kibi, "K k Ki KiB kibibyte kibibytes"),
        (Kibi * Kibi, "M m Mi MiB mebibyte mebibytes"),
        (Kibi * Kibi * Kibi, "G g Gi GiB gibibyte gibibytes"),
        (Kibi * Kibi * Kibi * Kibi, "T t Ti TiB tebibyte tebibytes"),
        (Kibi * Kibi * Kibi * Kibi * Kibi, "P p Pi PiB pebibyte pebibytes"),
        (Kibi * Kibi * Kibi * Kibi * Kibi * Kibi, "E e Ei EiB exbibyte exbibytes"));

    public static bool TryDuration(string text, out TimeSpan duration)
    {
        var isDuration = TryMeasure(text, Durations, TimeSpan.TicksPerMillisecond, out var ticks);
        duration = new TimeSpan(ticks);
        return isDuration;
    }

    public static bool TrySize(string text, out long bytes) => TryMeasure(text, Sizes, 1m, out bytes);

    private static bool TryMeasure(string text, FrozenDictionary<string, decimal> units, decimal plain, out long total)
    {
        total = 0;
        var trimmed = text.Trim();
        var number = string.Concat(trimmed.TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '.'));
        var unit = trimmed[number.Length..].TrimStart();
        var factor = plain;
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            || (unit.Length > 0 && !units.TryGetValue(unit, out factor))
            || value > long.MaxValue / factor)
        {
            return false;
        }

        total = (long)decimal.Round(value * factor);
        return true;
    }

    private static FrozenDictionary<string, decimal> Table(params (decimal Factor, string Names)[] rows) => rows
        .SelectMany(row => row.Names.Split(' '), (row, name) => KeyValuePair.Create(name, row.Factor))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
