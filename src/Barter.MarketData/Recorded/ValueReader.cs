using System.Text;
using System.Text.Json;
using Barter.Model;

namespace Barter.MarketData.Recorded;

/// <summary>Reads single JSON values, and says which field is wrong where one is.</summary>
internal sealed class ValueReader(SourceText source)
{
    private const int LongestQuote = 80;

    public MarketDataException Bad(string what) => source.Bad(what);

    public MarketDataException Missing(string owner, string field) =>
        source.Bad($"{owner} has no '{field}'; add it");

    /// <summary>The text of a string or a number; a copy only where it has escapes.</summary>
    public ReadOnlySpan<byte> Text(scoped ref Utf8JsonReader reader, string field)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
        {
            throw source.Bad($"'{field}' must be a text or a number, not {reader.TokenType}");
        }

        return reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
    }

    public decimal Decimal(ref Utf8JsonReader reader, string field)
    {
        var text = Text(ref reader, field);
        return DecimalBytes.TryParse(text, out var value)
            ? value
            : throw source.Bad($"'{field}' is not a number that a decimal can hold: {Quote(text)}");
    }

    public decimal Positive(ref Utf8JsonReader reader, string field)
    {
        var value = Decimal(ref reader, field);
        return value > 0m
            ? value
            : throw source.Bad($"'{field}' must be greater than zero, not {DecimalText.Format(value)}");
    }

    public decimal NotNegative(ref Utf8JsonReader reader, string field)
    {
        var value = Decimal(ref reader, field);
        return value >= 0m
            ? value
            : throw source.Bad($"'{field}' must not be negative, but is {DecimalText.Format(value)}");
    }

    public Timestamp Time(ref Utf8JsonReader reader, string field)
    {
        var text = Text(ref reader, field);
        return Timestamp.TryParse(text, out var time)
            ? time
            : throw source.Bad($"'{field}' is not a time such as 2025-01-02T03:04:05.678Z: {Quote(text)}");
    }

    public ulong Whole(ref Utf8JsonReader reader, string field, ulong max)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out var value) && value <= max)
        {
            return value;
        }

        var text = Text(ref reader, field);
        throw source.Bad($"'{field}' must be a whole number from 0 to {max}, not {Quote(text)}");
    }

    public Side Side(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            if (reader.ValueTextEquals("Buy"u8))
            {
                return Model.Side.Buy;
            }

            if (reader.ValueTextEquals("Sell"u8))
            {
                return Model.Side.Sell;
            }
        }

        var text = Text(ref reader, "side");
        return Sides.TryParse(Encoding.UTF8.GetString(text), out var side)
            ? side
            : throw source.Bad($"'side' must be Buy or Sell, not {Quote(text)}");
    }

    /// <summary>Demands an object and stands at its first brace.</summary>
    public void EnterObject(ref Utf8JsonReader reader, string what)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw source.Bad($"{what} must be an object, not {reader.TokenType}");
        }
    }

    /// <summary>Stands at the value of the next property of an object; false at the object's end.</summary>
    public static bool NextProperty(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    public static string Quote(ReadOnlySpan<byte> text) =>
        "'" + Encoding.UTF8.GetString(text[..Math.Min(text.Length, LongestQuote)])
            + (text.Length > LongestQuote ? "..." : "") + "'";
}
