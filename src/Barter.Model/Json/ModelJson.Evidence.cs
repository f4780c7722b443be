using System.Text.Json;

namespace Barter.Model;

public static partial class ModelJson
{
    /// <summary><c>{"exchange":0,"time":..,"account":{..},"fills":[..],"fills_since":null,..}</c></summary>
    public static JsonShape<AccountEvidence> AccountEvidences { get; } = new(Write, ReadEvidence);

    private static void Write(Utf8JsonWriter writer, AccountEvidence evidence)
    {
        writer.WriteStartObject();
        writer.WriteNumber("exchange", evidence.Exchange.Value);
        WriteTime(writer, "time", evidence.Time);
        WriteKey(writer, "account", evidence.Account, Write);
        WriteList(writer, "fills", evidence.Fills, Write);
        if (evidence.FillsSince is { } since)
        {
            WriteTime(writer, "fills_since", since);
        }
        else
        {
            writer.WriteNull("fills_since");
        }

        WriteList(writer, "orders", evidence.Orders, Write);
        WriteKeyOrNull(writer, "positions", evidence.Positions, (inner, rows) => WriteItems(inner, rows, Write));
        writer.WriteEndObject();
    }

    private static AccountEvidence ReadEvidence(JsonValue at) => new(
        at.Get("exchange", ReadExchangeIndex),
        at.Get("time", JsonValue.Time),
        at.Get("account", ReadAccountSnapshot),
        at.Get("fills", ListOf(ReadFill)),
        at.GetValueIfAny("fills_since", JsonValue.Time),
        at.Get("orders", ListOf(ReadOrderAnswer)),
        at.GetIfAny("positions", ListOf(ReadStatedPosition)));

    private static void Write(Utf8JsonWriter writer, OrderAnswer answer)
    {
        writer.WriteStartObject();
        WriteKey(writer, "key", answer.Key, Write);
        WriteKeyOrNull(writer, "found", answer.Found, Write);
        WriteTime(writer, "valid_until", answer.ValidUntil);
        writer.WriteEndObject();
    }

    private static OrderAnswer ReadOrderAnswer(JsonValue at) => new(
        at.Get("key", ReadOrderKey),
        at.GetIfAny("found", ReadOrder),
        at.Get("valid_until", JsonValue.Time));

    private static void Write(Utf8JsonWriter writer, StatedPosition position)
    {
        writer.WriteStartObject();
        writer.WriteNumber("instrument", position.Instrument.Value);
        WriteDecimal(writer, "quantity", position.Quantity);
        WriteDecimal(writer, "price_average", position.PriceAverage);
        writer.WriteEndObject();
    }

    private static StatedPosition ReadStatedPosition(JsonValue at) => new(
        at.Get("instrument", ReadInstrumentIndex),
        at.Get("quantity", JsonValue.Decimal),
        at.Get("price_average", JsonValue.Decimal));
}
