using System.Diagnostics;
using System.Text.Json;

namespace Barter.Model;

public static partial class ModelJson
{
    /// <summary><c>{"exchange":0,"instrument":1,"strategy":"s","cid":"c"}</c></summary>
    public static JsonShape<OrderKey> OrderKeys { get; } = new(Write, ReadOrderKey);

    /// <summary><c>{"key":{..},"side":"Buy","price":"9.5",..,"time_in_force":..,"state":..}</c></summary>
    public static JsonShape<Order> Orders { get; } = new(Write, ReadOrder);

    /// <summary><c>{"key":{..},"state":{"side":..,"price":..,"quantity":..,"kind":..,"time_in_force":..}}</c></summary>
    public static JsonShape<OrderRequestOpen> OpenRequests { get; } = new(Write, ReadOpenRequest);

    /// <summary><c>{"key":{..},"state":{"id":null}}</c></summary>
    public static JsonShape<OrderRequestCancel> CancelRequests { get; } = new(Write, ReadCancelRequest);

    /// <summary><c>{"key":{..},"state":{"Ok":{"id":..,"time_exchange":..}}}</c>, or <c>Err</c>.</summary>
    public static JsonShape<OrderResponseCancel> CancelResponses { get; } = new(Write, ReadCancelResponse);

    /// <summary><c>{"key":{..},"state":{"Active":{"OpenInFlight":null}}}</c></summary>
    public static JsonShape<OrderEvent> OrderEvents { get; } = new(Write, ReadOrderEvent);

    private static void Write(Utf8JsonWriter writer, OrderKey key)
    {
        writer.WriteStartObject();
        writer.WriteNumber("exchange", key.Exchange.Value);
        writer.WriteNumber("instrument", key.Instrument.Value);
        writer.WriteString("strategy", key.Strategy.Value);
        writer.WriteString("cid", key.ClientOrderId.Value);
        writer.WriteEndObject();
    }

    private static OrderKey ReadOrderKey(JsonValue at) => new(
        at.Get("exchange", ReadExchangeIndex),
        at.Get("instrument", ReadInstrumentIndex),
        at.Get("strategy", ReadStrategyId),
        at.Get("cid", ReadClientOrderId));

    private static void Write(Utf8JsonWriter writer, Order order)
    {
        writer.WriteStartObject();
        WriteKey(writer, "key", order.Key, Write);
        WriteTerms(writer, order.Side, order.Price, order.Quantity, order.Kind, order.TimeInForce);
        WriteKey(writer, "state", order.State, Write);
        writer.WriteEndObject();
    }

    private static Order ReadOrder(JsonValue at)
    {
        var terms = ReadTerms(at.Get("key", ReadOrderKey), at);
        return terms.ToOrder() with { State = at.Get("state", ReadOrderState) };
    }

    private static void Write(Utf8JsonWriter writer, OrderEvent told)
    {
        writer.WriteStartObject();
        WriteKey(writer, "key", told.Key, Write);
        WriteKey(writer, "state", told.State, Write);
        writer.WriteEndObject();
    }

    private static OrderEvent ReadOrderEvent(JsonValue at) =>
        new(at.Get("key", ReadOrderKey), at.Get("state", ReadOrderState));

    private static void Write(Utf8JsonWriter writer, OrderRequestOpen request)
    {
        writer.WriteStartObject();
        WriteKey(writer, "key", request.Key, Write);
        writer.WriteStartObject("state");
        WriteTerms(writer, request.Side, request.Price, request.Quantity, request.Kind, request.TimeInForce);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static OrderRequestOpen ReadOpenRequest(JsonValue at)
    {
        var key = at.Get("key", ReadOrderKey);
        return at.Get("state", state => ReadTerms(key, state));
    }

    private static void WriteTerms(
        Utf8JsonWriter writer, Side side, decimal? price, decimal quantity, OrderKind kind, TimeInForce timeInForce)
    {
        WriteKey(writer, "side", side, WriteSide);
        if (kind == OrderKind.Limit && price is { } limit)
        {
            WriteDecimal(writer, "price", limit);
        }
        else
        {
            writer.WriteNull("price");
        }

        WriteDecimal(writer, "quantity", quantity);
        writer.WriteString("kind", kind == OrderKind.Market ? "Market" : "Limit");
        WriteKey(writer, "time_in_force", timeInForce, Write);
    }

    // Orders and requests have the same terms, and the request's constructor knows what may be without a price
    private static OrderRequestOpen ReadTerms(OrderKey key, JsonValue at) => new(
        key,
        at.Get("side", ReadSide),
        at.GetValueIfAny("price", JsonValue.Decimal),
        at.Get("quantity", JsonValue.Decimal),
        at.Get("kind", ReadOrderKind),
        at.Get("time_in_force", ReadTimeInForce));

    private static OrderKind ReadOrderKind(JsonValue at) => at.Union<OrderKind>(
    [
        JsonCase<OrderKind>.Unit("Market", OrderKind.Market),
        JsonCase<OrderKind>.Unit("Limit", OrderKind.Limit),
    ]);

    private static void Write(Utf8JsonWriter writer, TimeInForce value)
    {
        if (value.Kind != TimeInForce.Kinds.GoodUntilCancelled)
        {
            writer.WriteStringValue(value.Kind switch
            {
                TimeInForce.Kinds.GoodUntilEndOfDay => "GoodUntilEndOfDay",
                TimeInForce.Kinds.FillOrKill => "FillOrKill",
                TimeInForce.Kinds.ImmediateOrCancel => "ImmediateOrCancel",
                _ => throw new UnreachableException($"no JSON for {value}"),
            });
            return;
        }

        writer.WriteStartObject();
        writer.WriteStartObject("GoodUntilCancelled");
        writer.WriteBoolean("post_only", value.PostOnly);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static TimeInForce ReadTimeInForce(JsonValue at) => at.Union<TimeInForce>(
    [
        new("GoodUntilCancelled", payload =>
            TimeInForce.GoodUntilCancelled(payload.Get("post_only", JsonValue.Boolean))),
        JsonCase<TimeInForce>.Unit("GoodUntilEndOfDay", TimeInForce.GoodUntilEndOfDay),
        JsonCase<TimeInForce>.Unit("FillOrKill", TimeInForce.FillOrKill),
        JsonCase<TimeInForce>.Unit("ImmediateOrCancel", TimeInForce.ImmediateOrCancel),
    ]);

    private static void Write(Utf8JsonWriter writer, OrderRequestCancel request)
    {
        writer.WriteStartObject();
        WriteKey(writer, "key", request.Key, Write);
        writer.WriteStartObject("state");
        writer.WriteString("id", request.Id?.Value);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static OrderRequestCancel ReadCancelRequest(JsonValue at) => new(
        at.Get("key", ReadOrderKey),
        at.Get("state", state => state.GetValueIfAny("id", ReadOrderId)));

    private static void Write(Utf8JsonWriter writer, OrderResponseCancel response)
    {
        writer.WriteStartObject();
        WriteKey(writer, "key", response.Key, Write);
        writer.WritePropertyName("state");
        if (response.Cancelled is { } cancelled)
        {
            WriteTagged(writer, "Ok", cancelled, Write);
        }
        else
        {
            WriteTagged(writer, "Err", response.Error!, Write);
        }

        writer.WriteEndObject();
    }

    private static OrderResponseCancel ReadCancelResponse(JsonValue at)
    {
        var key = at.Get("key", ReadOrderKey);
        return at.Get("state", state => state.Union<OrderResponseCancel>(
        [
            new("Ok", payload => new OrderResponseCancel(key, ReadCancelled(payload))),
            new("Err", payload => new OrderResponseCancel(key, ReadOrderError(payload))),
        ]));
    }
}
