using System.Text.Json;

namespace Barter.Model;

public static partial class ModelJson
{
    /// <summary>
    /// <c>{"exchanges":[{"key":0,"value":"okx"}],"assets":[{"key":0,"value":{"exchange":"okx","asset":{..}}}],
    /// "instruments":[{"key":0,"value":{"exchange":{"key":0,"value":"okx"},..}}]}</c>; there assets are indexes.
    /// </summary>
    /// <remarks>What is read must be in the catalog's own order, because other files refer to it by index.</remarks>
    public static JsonShape<InstrumentCatalog> Catalogs { get; } = new(Write, ReadCatalog);

    private static void Write(Utf8JsonWriter writer, InstrumentCatalog catalog)
    {
        writer.WriteStartObject();
        WriteKeyed(writer, "exchanges", catalog.Exchanges, WriteExchange);
        WriteKeyed(writer, "assets", catalog.Assets, Write);
        WriteKeyed(writer, "instruments", catalog.Instruments, (inner, row) => WriteRow(inner, row, catalog));
        writer.WriteEndObject();
    }

    private static void WriteKeyed<T>(
        Utf8JsonWriter writer, string name, ValueList<T> rows, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        for (var i = 0; i < rows.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteNumber("key", i);
            WriteKey(writer, "value", rows[i], write);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, ExchangeAsset asset)
    {
        writer.WriteStartObject();
        WriteKey(writer, "exchange", asset.Exchange, WriteExchange);
        WriteKey(writer, "asset", asset.Asset, Write);
        writer.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter writer, IndexedInstrument row, InstrumentCatalog catalog)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("exchange");
        writer.WriteNumber("key", row.Exchange.Value);
        WriteKey(writer, "value", row.ExchangeId, WriteExchange);
        writer.WriteEndObject();
        WriteDefinition(writer, row.Definition, (inner, asset) =>
            WriteIndex(inner, catalog.FindAsset(row.ExchangeId, asset.NameInternal)));
        writer.WriteEndObject();
    }

    private static InstrumentCatalog ReadCatalog(JsonValue at)
    {
        var exchanges = at.Get("exchanges", rows => ReadKeyed(rows, ReadExchange));
        var assets = at.Get("assets", rows => ReadKeyed(rows, ReadExchangeAsset));
        var catalog = InstrumentCatalog.Build(
            at.Get("instruments", rows => ReadKeyed(rows, row => ReadRow(row, exchanges, assets))));
        var written = at.Get("instruments", rows => ReadKeyed(rows, row => row.Get("name_internal", JsonValue.Text)));
        return catalog.Exchanges.Equals(exchanges) && catalog.Assets.Equals(assets)
            && catalog.Instruments.Select(row => row.Name).SequenceEqual(written, StringComparer.OrdinalIgnoreCase)
                ? catalog
                : throw at.Refused(
                    "exchanges, assets and instruments must be sorted, without duplicates, and each be in use");
    }

    private static ValueList<T> ReadKeyed<T>(JsonValue at, Func<JsonValue, T> read)
    {
        var position = 0;
        return JsonValue.Items(at, row => row.Get("key", JsonValue.Index) == position++
            ? row.Get("value", read)
            : throw row.Refused("keys must count from 0"));
    }

    private static ExchangeAsset ReadExchangeAsset(JsonValue at) => new(
        at.Get("exchange", ReadExchange),
        at.Get("asset", ReadAsset));

    private static Instrument ReadRow(JsonValue at, ValueList<ExchangeId> exchanges, ValueList<ExchangeAsset> assets)
    {
        var exchange = at.Get("exchange", keyed => keyed.Get("key", key => Row(key, exchanges)));
        return ReadDefinition(at, exchange, index => Row(index, assets) is var row && row.Exchange == exchange
            ? row.Asset
            : throw index.Refused($"the asset is not of {exchange.ToWire()}"));
    }

    private static T Row<T>(JsonValue at, ValueList<T> rows)
    {
        var index = JsonValue.Index(at);
        return index < rows.Count
            ? rows[index]
            : throw at.Refused(string.Create(null, $"index {index} is out of bounds for {rows.Count} row(s)"));
    }
}
