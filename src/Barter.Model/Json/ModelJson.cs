using System.Text.Json;

namespace Barter.Model;

/// <summary>The JSON of every type of the vocabulary that an engine event or a file of a session holds.</summary>
/// <remarks>
/// A case of a union is an object whose only key is the case's name, or the name alone where it has no data; ids and
/// indexes stand bare; decimals are text, but numbers in public trades, candles and liquidations, and either is read;
/// times are RFC 3339 with Z; a list of one or more is <c>{"One":x}</c> or <c>{"Many":[..]}</c>. Unknown keys are
/// ignored; everything else that does not fit is a <see cref="ModelJsonException"/>.
/// </remarks>
public static partial class ModelJson
{
    private static void WriteDecimal(Utf8JsonWriter writer, string key, decimal value) =>
        writer.WriteString(key, DecimalText.Format(value));

    private static void WriteNumber(Utf8JsonWriter writer, string key, decimal value) =>
        writer.WriteNumber(key, DecimalText.Normalise(value));

    private static void WriteTime(Utf8JsonWriter writer, string key, Timestamp value) =>
        writer.WriteString(key, value.ToString());

    private static void WriteKey<T>(Utf8JsonWriter writer, string key, T value, Action<Utf8JsonWriter, T> write)
    {
        writer.WritePropertyName(key);
        write(writer, value);
    }

    private static void WriteKeyOrNull<T>(Utf8JsonWriter writer, string key, T? value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        writer.WritePropertyName(key);
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            write(writer, value);
        }
    }

    private static void WriteTagged<T>(Utf8JsonWriter writer, string tag, T value, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartObject();
        WriteKey(writer, tag, value, write);
        writer.WriteEndObject();
    }

    private static void WriteTaggedNull(Utf8JsonWriter writer, string tag)
    {
        writer.WriteStartObject();
        writer.WriteNull(tag);
        writer.WriteEndObject();
    }

    private static void WriteList<T>(
        Utf8JsonWriter writer, string key, ValueList<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WritePropertyName(key);
        WriteItems(writer, items, write);
    }

    private static void WriteItems<T>(Utf8JsonWriter writer, ValueList<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteOneOrMany<T>(Utf8JsonWriter writer, ValueList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 1)
        {
            WriteTagged(writer, "One", items[0], write);
        }
        else
        {
            WriteTagged(writer, "Many", items, (inner, list) => WriteItems(inner, list, write));
        }
    }

    private static ValueList<T> ReadOneOrMany<T>(JsonValue at, Func<JsonValue, T> read) => at.Union<ValueList<T>>(
    [
        new("One", one => [read(one)]),
        new("Many", many => JsonValue.Items(many, read)),
    ]);

    private static Func<JsonValue, ValueList<T>> ListOf<T>(Func<JsonValue, T> read) => at => JsonValue.Items(at, read);

    private static void WriteText(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    private static void WriteExchange(Utf8JsonWriter writer, ExchangeId value) =>
        writer.WriteStringValue(value.ToWire());

    private static ExchangeId ReadExchange(JsonValue at)
    {
        var text = JsonValue.Text(at);
        return ExchangeIds.TryParse(text, out var exchange)
            ? exchange
            : throw at.Refused(
                $"unknown exchange identifier: {text}. expected snake_case exchange ids such as 'binance_spot'");
    }

    private static void WriteIndex(Utf8JsonWriter writer, ExchangeIndex value) => writer.WriteNumberValue(value.Value);

    private static void WriteIndex(Utf8JsonWriter writer, AssetIndex value) => writer.WriteNumberValue(value.Value);

    private static void WriteIndex(Utf8JsonWriter writer, InstrumentIndex value) =>
        writer.WriteNumberValue(value.Value);

    private static ExchangeIndex ReadExchangeIndex(JsonValue at) => new(JsonValue.Index(at));

    private static AssetIndex ReadAssetIndex(JsonValue at) => new(JsonValue.Index(at));

    private static InstrumentIndex ReadInstrumentIndex(JsonValue at) => new(JsonValue.Index(at));

    private static StrategyId ReadStrategyId(JsonValue at) => new(JsonValue.Text(at));

    private static OrderId ReadOrderId(JsonValue at) => new(JsonValue.Text(at));

    private static TradeId ReadTradeId(JsonValue at) => new(JsonValue.Text(at));

    private static ClientOrderId ReadClientOrderId(JsonValue at) => new(JsonValue.Text(at));

    private static void WriteSide(Utf8JsonWriter writer, Side value) =>
        writer.WriteStringValue(value == Side.Buy ? "Buy" : "Sell");

    private static Side ReadSide(JsonValue at) => Sides.TryParse(JsonValue.Text(at), out var side)
        ? side
        : throw at.Unexpected("'Buy' or 'Sell'");
}
