using System.Text.Json;
using Barter.Model;

namespace Barter.MarketData.Recorded;

/// <summary>Reads candles, and knows what is wrong with one.</summary>
internal sealed class CandleParser(ValueReader values)
{
    private static readonly string[] Names = ["close_time", "open", "high", "low", "close", "volume", "trade_count"];

    public Candle Parse(ref Utf8JsonReader reader)
    {
        Timestamp closeTime = default;
        Span<decimal> numbers = stackalloc decimal[5];
        var tradeCount = 0UL;
        var seen = 0;
        values.EnterObject(ref reader, "'Candle'");
        while (ValueReader.NextProperty(ref reader))
        {
            var field = FieldOf(ref reader);
            if (field < 0)
            {
                reader.Skip();
                continue;
            }

            reader.Read();
            seen |= 1 << field;
            switch (field)
            {
                case 0:
                    closeTime = values.Time(ref reader, Names[0]);
                    break;
                case 5:
                    numbers[4] = values.NotNegative(ref reader, Names[5]);
                    break;
                case 6:
                    tradeCount = values.Whole(ref reader, Names[6], long.MaxValue);
                    break;
                default:
                    numbers[field - 1] = values.Positive(ref reader, Names[field]);
                    break;
            }
        }

        for (var field = 0; field < Names.Length; field++)
        {
            if ((seen & (1 << field)) == 0)
            {
                throw values.Missing("a candle", Names[field]);
            }
        }

        var candle = new Candle(closeTime, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], tradeCount);
        return WrongWith(candle) is { } wrong ? throw values.Bad(wrong) : candle;
    }

    /// <summary>What contradicts itself in a candle; null if nothing does.</summary>
    public static string? WrongWith(in Candle candle) =>
        candle.Low <= candle.Open && candle.Low <= candle.Close
        && candle.Open <= candle.High && candle.Close <= candle.High
            ? null
            : $"open {DecimalText.Format(candle.Open)} and close {DecimalText.Format(candle.Close)} must lie "
                + $"between low {DecimalText.Format(candle.Low)} and high {DecimalText.Format(candle.High)}";

    private static int FieldOf(ref Utf8JsonReader reader)
    {
        for (var field = 0; field < Names.Length; field++)
        {
            if (reader.ValueTextEquals(Names[field]))
            {
                return field;
            }
        }

        return -1;
    }
}
