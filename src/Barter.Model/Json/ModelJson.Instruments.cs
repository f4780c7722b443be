using System.Diagnostics;
using System.Text.Json;

namespace Barter.Model;

public static partial class ModelJson
{
    /// <summary>
    /// <c>{"exchange":"okx","name_internal":..,"name_exchange":..,"underlying":{"base":{..},"quote":{..}},"quote":
    /// "UnderlyingQuote","kind":"spot","spec":null}</c>; an asset is <c>{"name_internal":..,"name_exchange":..}</c>,
    /// and read from its exchange name alone too.
    /// </summary>
    public static JsonShape<Instrument> Instruments { get; } = new(Write, ReadInstrument);

    private static void Write(Utf8JsonWriter writer, Instrument instrument)
    {
        writer.WriteStartObject();
        WriteKey(writer, "exchange", instrument.Exchange, WriteExchange);
        WriteDefinition(writer, instrument, Write);
        writer.WriteEndObject();
    }

    private static Instrument ReadInstrument(JsonValue at) =>
        ReadDefinition(at, at.Get("exchange", ReadExchange), ReadAsset);

    // All but the exchange, with assets as whoever calls writes them: by name here, by index in the catalog
    private static void WriteDefinition(
        Utf8JsonWriter writer, Instrument instrument, Action<Utf8JsonWriter, Asset> asset)
    {
        writer.WriteString("name_internal", instrument.NameInternal);
        writer.WriteString("name_exchange", instrument.NameExchange);
        WriteKey(
            writer, "underlying", instrument.Underlying, (inner, pair) => WriteUnderlying(inner, pair, asset));
        writer.WriteString(
            "quote", instrument.Quote == QuoteKind.UnderlyingBase ? "UnderlyingBase" : "UnderlyingQuote");
        WriteKey(writer, "kind", instrument.Kind, (inner, kind) => WriteKind(inner, kind, asset));
        WriteKeyOrNull(writer, "spec", instrument.Spec, (inner, spec) => WriteSpec(inner, spec, asset));
    }

    private static Instrument ReadDefinition(JsonValue at, ExchangeId exchange, Func<JsonValue, Asset> asset) => new(
        exchange,
        at.Get("name_internal", JsonValue.Text),
        at.Get("name_exchange", JsonValue.Text),
        at.Get("underlying", pair => ReadUnderlying(pair, asset)),
        at.Get("quote", ReadQuote),
        at.GetIfAny("instrument_kind", kind => ReadKind(kind, asset)) ?? at.Get("kind", kind => ReadKind(kind, asset)),
        at.GetIfAny("spec", spec => ReadSpec(spec, asset)));

    private static void Write(Utf8JsonWriter writer, Asset asset)
    {
        writer.WriteStartObject();
        writer.WriteString("name_internal", asset.NameInternal);
        writer.WriteString("name_exchange", asset.NameExchange);
        writer.WriteEndObject();
    }

    private static Asset ReadAsset(JsonValue at) => at.IsText
        ? Asset.FromExchangeName(JsonValue.Text(at))
        : new Asset(at.Get("name_internal", JsonValue.Text), at.Get("name_exchange", JsonValue.Text));

    private static QuoteKind ReadQuote(JsonValue at) => JsonValue.Text(at) switch
    {
        "UnderlyingQuote" or "underlying_quote" => QuoteKind.UnderlyingQuote,
        "UnderlyingBase" or "underlying_base" => QuoteKind.UnderlyingBase,
        _ => throw at.Unexpected("'UnderlyingQuote' or 'UnderlyingBase'"),
    };

    private static void WriteKind(Utf8JsonWriter writer, InstrumentKind kind, Action<Utf8JsonWriter, Asset> asset)
    {
        switch (kind)
        {
            case InstrumentKind.Spot:
                writer.WriteStringValue("spot");
                break;
            case InstrumentKind.Perpetual:
                WriteContract(writer, "perpetual", kind, asset, _ => { });
                break;
            case InstrumentKind.Future future:
                WriteContract(writer, "future", kind, asset, inner => WriteExpiry(inner, future.Expiry));
                break;
            case InstrumentKind.Option option:
                WriteContract(writer, "option", kind, asset, inner =>
                {
                    inner.WriteString("kind", option.Kind == OptionKind.Call ? "call" : "put");
                    inner.WriteString("exercise", option.Exercise switch
                    {
                        OptionExercise.American => "american",
                        OptionExercise.Bermudan => "bermudan",
                        _ => "european",
                    });
                    WriteExpiry(inner, option.Expiry);
                    WriteDecimal(inner, "strike", option.Strike);
                });
                break;
            default:
                throw new UnreachableException($"no JSON for {kind}");
        }
    }

    private static void WriteContract(
        Utf8JsonWriter writer, string tag, InstrumentKind kind, Action<Utf8JsonWriter, Asset> asset,
        Action<Utf8JsonWriter> rest)
    {
        writer.WriteStartObject();
        writer.WriteStartObject(tag);
        WriteDecimal(writer, "contract_size", kind.ContractSize);
        WriteKey(writer, "settlement_asset", kind.SettlementAsset!, asset);
        rest(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteExpiry(Utf8JsonWriter writer, Timestamp expiry) => writer.WriteNumber(
        "expiry",
        expiry.UnixNanos % Timestamp.NanosPerMilli == 0
            ? expiry.UnixNanos / Timestamp.NanosPerMilli
            : throw new ArgumentException($"expiry {expiry} is no whole millisecond", nameof(expiry)));

    private static Timestamp ReadExpiry(JsonValue at) => Timestamp.FromUnixMillis(JsonValue.Integer(at));

    private static InstrumentKind ReadKind(JsonValue at, Func<JsonValue, Asset> asset) => at.Union<InstrumentKind>(
    [
        JsonCase<InstrumentKind>.Unit("spot", new InstrumentKind.Spot()),
        new("perpetual", data => new InstrumentKind.Perpetual(
            data.Get("contract_size", JsonValue.Decimal), data.Get("settlement_asset", asset))),
        new("future", data => new InstrumentKind.Future(
            data.Get("contract_size", JsonValue.Decimal),
            data.Get("settlement_asset", asset),
            data.Get("expiry", ReadExpiry))),
        new("option", data => new InstrumentKind.Option(
            data.Get("contract_size", JsonValue.Decimal),
            data.Get("settlement_asset", asset),
            data.Get("kind", ReadOptionKind),
            data.Get("exercise", ReadExercise),
            data.Get("expiry", ReadExpiry),
            data.Get("strike", JsonValue.Decimal))),
    ]);

    private static OptionKind ReadOptionKind(JsonValue at) => JsonValue.Text(at) switch
    {
        "call" or "Call" or "CALL" => OptionKind.Call,
        "put" or "Put" or "PUT" => OptionKind.Put,
        _ => throw at.Unexpected("'call' or 'put'"),
    };

    private static OptionExercise ReadExercise(JsonValue at) => JsonValue.Text(at) switch
    {
        "american" or "American" or "AMERICAN" => OptionExercise.American,
        "bermudan" or "Bermudan" or "BERMUDAN" => OptionExercise.Bermudan,
        "european" or "European" or "EUROPEAN" => OptionExercise.European,
        _ => throw at.Unexpected("'american', 'bermudan' or 'european'"),
    };

    private static void WriteSpec(Utf8JsonWriter writer, InstrumentSpec spec, Action<Utf8JsonWriter, Asset> asset)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("price");
        WriteDecimal(writer, "min", spec.Price.Min);
        WriteDecimal(writer, "tick_size", spec.Price.TickSize);
        writer.WriteEndObject();
        writer.WriteStartObject("quantity");
        WriteKey(writer, "unit", spec.Quantity.Unit, (inner, unit) => WriteUnit(inner, unit, asset));
        WriteDecimal(writer, "min", spec.Quantity.Min);
        WriteDecimal(writer, "increment", spec.Quantity.Increment);
        writer.WriteEndObject();
        writer.WriteStartObject("notional");
        WriteDecimal(writer, "min", spec.Notional.Min);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static InstrumentSpec ReadSpec(JsonValue at, Func<JsonValue, Asset> asset) => new(
        at.Get("price", rule => new InstrumentSpec.PriceRule(
            rule.Get("min", JsonValue.Decimal), rule.Get("tick_size", JsonValue.Decimal))),
        at.Get("quantity", rule => new InstrumentSpec.QuantityRule(
            rule.Get("unit", unit => ReadUnit(unit, asset)),
            rule.Get("min", JsonValue.Decimal),
            rule.Get("increment", JsonValue.Decimal))),
        at.Get("notional", rule => new InstrumentSpec.NotionalRule(rule.Get("min", JsonValue.Decimal))));

    private static void WriteUnit(Utf8JsonWriter writer, OrderQuantityUnit unit, Action<Utf8JsonWriter, Asset> asset)
    {
        switch (unit)
        {
            case OrderQuantityUnit.OfAsset of:
                WriteTagged(writer, "Asset", of.Asset, asset);
                break;
            case OrderQuantityUnit.Contract:
                writer.WriteStringValue("Contract");
                break;
            case OrderQuantityUnit.Quote:
                writer.WriteStringValue("Quote");
                break;
            default:
                throw new UnreachableException($"no JSON for {unit}");
        }
    }

    private static OrderQuantityUnit ReadUnit(JsonValue at, Func<JsonValue, Asset> asset) =>
        at.Union<OrderQuantityUnit>(
    [
        new("Asset", payload => new OrderQuantityUnit.OfAsset(asset(payload))),
        JsonCase<OrderQuantityUnit>.Unit("Contract", new OrderQuantityUnit.Contract()),
        JsonCase<OrderQuantityUnit>.Unit("Quote", new OrderQuantityUnit.Quote()),
    ]);
}
