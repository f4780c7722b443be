using System.Globalization;
using Barter.Model;

namespace Barter.MarketData.Tests.Import;

/// <summary>
/// Tells whether an event says what its line says: it is written again, by the obvious means, and compared column by
/// column. Numbers count as numbers and times as times, so that 1.50 may stand for 1.5; that a whole file is in another
/// unit of time, or has longer bars, is legal as long as it is all of the file.
/// </summary>
internal sealed class RowOracle(WrittenFormat format)
{
    private static readonly decimal[] Units =
        [1_000m, 1_000_000m, 1_000_000_000m, 0.001m, 0.000_001m, 0.000_000_001m];

    private decimal? _unit;
    private TimeSpan? _bar;

    /// <summary>What is wrong with the event; null if nothing is.</summary>
    public string? Wrong(in MarketEvent row, string line)
    {
        if (line.Contains('"', StringComparison.Ordinal))
        {
            return null;
        }

        var fields = line.TrimStart('ï', '»', '¿').Trim(' ', '\t', '\r').Split(format.Separator);
        var cells = format.Cells(row);
        for (var column = 0; column < cells.Length; column++)
        {
            if (cells[column] is null or ['?', ..])
            {
                continue;
            }

            var cell = cells[column]!;
            var field = fields[column].Trim(' ', '\t');
            if (!IsSame(cell, field) && !IsAllowed(row, column, cell, field))
            {
                return $"column {column} is '{field}' and became '{cell}'";
            }
        }

        return null;
    }

    private static bool IsSame(string cell, string field) =>
        string.Equals(cell, field, StringComparison.OrdinalIgnoreCase)
        || (TryNumber(cell, out var left) && TryNumber(field, out var right) && left == right)
        || (cell.Length >= 19 && TryTime(cell, out var time) && TryTime(field, out var other) && time == other);

    private bool IsAllowed(in MarketEvent row, int column, string cell, string field)
    {
        var isNothing = field.Length == 0 || (TryNumber(field, out var zero) && zero == 0m);
        return format.Name switch
        {
            // Only the close of a kline is told; whether it names the last instant of the bar depends on its digits
            "binance-klines" when column == 0 => true,
            "binance-klines" when column == 6 =>
                TryNumber(field, out var closes) && TryNumber(cell, out var told) && closes == told + 1,
            "bars" when column == 0 => IsLongerBar(row, field),
            _ => (cell.Length == 0 && isNothing) || (IsSide(cell) && IsSameSide(cell, field))
                || (row.Kind == MarketEventKind.Trade && cell == row.Trade.Id && field.Length == 0)
                || (row.Kind == MarketEventKind.OrderBookL1 && isNothing && IsNothing(cell))
                || IsFlag(cell, field) || IsSameSymbol(cell, field) || IsOtherUnit(cell, field),
        };
    }

    private static bool IsNothing(string cell) => TryNumber(cell, out var number) && number == 0m;

    private static bool IsSide(string cell) => cell is "buy" or "sell" or "B" or "S";

    private static bool IsSameSide(string cell, string field) => field.ToUpperInvariant() switch
    {
        "" or "UNKNOWN" => true,
        "B" or "BUY" => cell is "buy" or "B",
        "S" or "SELL" => cell is "sell" or "S",
        _ => false,
    };

    private static bool IsFlag(string cell, string field) =>
        (cell is "true" or "True" && field == "1") || (cell is "false" or "False" && field == "0");

    private static bool IsSameSymbol(string cell, string field) => cell == "BTCUSDT"
        && string.Concat(field.Where(char.IsAsciiLetterOrDigit)).Equals(cell, StringComparison.OrdinalIgnoreCase);

    private bool IsOtherUnit(string cell, string field)
    {
        if (TryTime(cell, out var time) && long.TryParse(field, NumberStyles.None, null, out var count))
        {
            var ticks = time.UtcTicks - DateTime.UnixEpoch.Ticks;
            return Array.Exists([10_000_000m, 10_000m, 10m, 0.01m], unit => decimal.Truncate(count * unit) == ticks);
        }

        if (!TryNumber(cell, out var left) || !TryNumber(field, out var right) || right == 0m
            || cell.Length < 10 || cell.Contains('.', StringComparison.Ordinal))
        {
            return false;
        }

        // A finer unit has digits that the usual one cannot tell
        var unit = Units.FirstOrDefault(unit => decimal.Truncate(right * unit) == left);
        _unit ??= unit;
        return unit > 0m && unit == _unit;
    }

    private bool IsLongerBar(in MarketEvent row, string field)
    {
        if (!TryTime(field, out var opened))
        {
            return long.TryParse(field, NumberStyles.None, null, out _);
        }

        var length = row.TimeExchange.ToDateTimeOffset() - opened;
        _bar ??= length;
        return length == _bar;
    }

    private static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static bool TryTime(string text, out DateTimeOffset time)
    {
        // More digits than the library knows would be rounded by it
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var end = point < 0 ? text.Length : point + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var known = point >= 0 && end - point > 8 ? text[..(point + 8)] + text[end..] : text;
        return DateTimeOffset.TryParse(
            known, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out time);
    }
}
