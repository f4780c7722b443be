using System.Diagnostics;
using System.Text.Json;

namespace Barter.Model;

public static partial class ModelJson
{
    /// <summary><c>{"Active":{"OpenInFlight":null}}</c>, <c>{"Inactive":"FullyFilled"}</c> and so on.</summary>
    public static JsonShape<OrderState> OrderStates { get; } = new(Write, ReadOrderState);

    /// <summary><c>{"Connectivity":"Timeout"}</c>, <c>{"Rejected":{"AssetInvalid":[0,"text"]}}</c> and so on.</summary>
    public static JsonShape<OrderError> OrderErrors { get; } = new(Write, ReadOrderError);

    private static void Write(Utf8JsonWriter writer, OrderState state)
    {
        switch (state)
        {
            case ActiveOrderState active:
                WriteTagged(writer, "Active", active, WriteActive);
                break;
            case InactiveOrderState inactive:
                WriteTagged(writer, "Inactive", inactive, WriteInactive);
                break;
            default:
                throw new UnreachableException($"no JSON for {state}");
        }
    }

    private static OrderState ReadOrderState(JsonValue at) => at.Union<OrderState>(
    [
        new("Active", ReadActive),
        new("Inactive", ReadInactive),
    ]);

    private static void WriteActive(Utf8JsonWriter writer, ActiveOrderState state)
    {
        switch (state)
        {
            case ActiveOrderState.OpenInFlight:
                WriteTaggedNull(writer, "OpenInFlight");
                break;
            case ActiveOrderState.Open open:
                WriteTagged(writer, "Open", open, Write);
                break;
            case ActiveOrderState.CancelInFlight cancel:
                WriteTagged(writer, "CancelInFlight", cancel.Order, WriteLastOpen);
                break;
            case ActiveOrderState.Unknown unknown:
                WriteTagged(writer, "Unknown", unknown.Order, WriteLastOpen);
                break;
            default:
                throw new UnreachableException($"no JSON for {state}");
        }
    }

    private static ActiveOrderState ReadActive(JsonValue at) => at.Union<ActiveOrderState>(
    [
        JsonCase<ActiveOrderState>.Unit("OpenInFlight", new ActiveOrderState.OpenInFlight()),
        new("Open", ReadOpen),
        new("CancelInFlight", payload => new ActiveOrderState.CancelInFlight(ReadLastOpen(payload))),
        new("Unknown", payload => new ActiveOrderState.Unknown(ReadLastOpen(payload))),
    ]);

    private static void WriteLastOpen(Utf8JsonWriter writer, ActiveOrderState.Open? open)
    {
        writer.WriteStartObject();
        WriteKeyOrNull(writer, "order", open, Write);
        writer.WriteEndObject();
    }

    private static ActiveOrderState.Open? ReadLastOpen(JsonValue at) => at.GetIfAny("order", ReadOpen);

    private static void Write(Utf8JsonWriter writer, ActiveOrderState.Open open)
    {
        writer.WriteStartObject();
        writer.WriteString("id", open.Id.Value);
        WriteTime(writer, "time_exchange", open.Time);
        WriteDecimal(writer, "filled_quantity", open.FilledQuantity);
        writer.WriteEndObject();
    }

    private static ActiveOrderState.Open ReadOpen(JsonValue at) => new(
        at.Get("id", ReadOrderId),
        at.Get("time_exchange", JsonValue.Time),
        at.Get("filled_quantity", JsonValue.Decimal));

    private static void WriteInactive(Utf8JsonWriter writer, InactiveOrderState state)
    {
        switch (state)
        {
            case InactiveOrderState.Cancelled cancelled:
                WriteTagged(writer, "Cancelled", cancelled, Write);
                break;
            case InactiveOrderState.FullyFilled:
                writer.WriteStringValue("FullyFilled");
                break;
            case InactiveOrderState.OpenFailed failed:
                WriteTagged(writer, "OpenFailed", failed.Error, Write);
                break;
            case InactiveOrderState.Expired:
                writer.WriteStringValue("Expired");
                break;
            default:
                throw new UnreachableException($"no JSON for {state}");
        }
    }

    private static InactiveOrderState ReadInactive(JsonValue at) => at.Union<InactiveOrderState>(
    [
        new("Cancelled", ReadCancelled),
        JsonCase<InactiveOrderState>.Unit("FullyFilled", new InactiveOrderState.FullyFilled()),
        new("OpenFailed", payload => new InactiveOrderState.OpenFailed(ReadOrderError(payload))),
        JsonCase<InactiveOrderState>.Unit("Expired", new InactiveOrderState.Expired()),
    ]);

    private static void Write(Utf8JsonWriter writer, InactiveOrderState.Cancelled cancelled)
    {
        writer.WriteStartObject();
        writer.WriteString("id", cancelled.Id.Value);
        WriteTime(writer, "time_exchange", cancelled.Time);
        writer.WriteEndObject();
    }

    private static InactiveOrderState.Cancelled ReadCancelled(JsonValue at) => new(
        at.Get("id", ReadOrderId),
        at.Get("time_exchange", JsonValue.Time));

    private static void Write(Utf8JsonWriter writer, OrderError error)
    {
        switch (error)
        {
            case OrderError.Connectivity connectivity:
                WriteTagged(writer, "Connectivity", connectivity.Error, WriteConnectivity);
                break;
            case OrderError.Rejected rejected:
                WriteTagged(writer, "Rejected", rejected.Error, WriteRejection);
                break;
            default:
                throw new UnreachableException($"no JSON for {error}");
        }
    }

    private static OrderError ReadOrderError(JsonValue at) => at.Union<OrderError>(
    [
        new("Connectivity", payload => new OrderError.Connectivity(ReadConnectivity(payload))),
        new("Rejected", payload => new OrderError.Rejected(ReadRejection(payload))),
    ]);

    private static void WriteConnectivity(Utf8JsonWriter writer, ConnectivityError error)
    {
        switch (error)
        {
            case ConnectivityError.ExchangeOffline offline:
                WriteTagged(writer, "ExchangeOffline", offline.Exchange, WriteExchange);
                break;
            case ConnectivityError.Timeout:
                writer.WriteStringValue("Timeout");
                break;
            case ConnectivityError.Socket socket:
                WriteTagged(writer, "Socket", socket.Message, WriteText);
                break;
            default:
                throw new UnreachableException($"no JSON for {error}");
        }
    }

    private static ConnectivityError ReadConnectivity(JsonValue at) => at.Union<ConnectivityError>(
    [
        new("ExchangeOffline", payload => new ConnectivityError.ExchangeOffline(ReadExchange(payload))),
        JsonCase<ConnectivityError>.Unit("Timeout", new ConnectivityError.Timeout()),
        new("Socket", payload => new ConnectivityError.Socket(JsonValue.Text(payload))),
    ]);

    private static void WriteRejection(Utf8JsonWriter writer, ApiError error)
    {
        switch (error)
        {
            case ApiError.AssetInvalid invalid:
                WriteIndexed(writer, "AssetInvalid", invalid.Asset.Value, invalid.Message);
                break;
            case ApiError.InstrumentInvalid invalid:
                WriteIndexed(writer, "InstrumentInvalid", invalid.Instrument.Value, invalid.Message);
                break;
            case ApiError.RateLimit:
                writer.WriteStringValue("RateLimit");
                break;
            case ApiError.BalanceInsufficient insufficient:
                WriteIndexed(writer, "BalanceInsufficient", insufficient.Asset.Value, insufficient.Message);
                break;
            case ApiError.OrderRejected rejected:
                WriteTagged(writer, "OrderRejected", rejected.Message, WriteText);
                break;
            case ApiError.OrderAlreadyCancelled:
                writer.WriteStringValue("OrderAlreadyCancelled");
                break;
            case ApiError.OrderAlreadyFullyFilled:
                writer.WriteStringValue("OrderAlreadyFullyFilled");
                break;
            default:
                throw new UnreachableException($"no JSON for {error}");
        }
    }

    private static ApiError ReadRejection(JsonValue at) => at.Union<ApiError>(
    [
        Indexed("AssetInvalid", (index, text) => new ApiError.AssetInvalid(new AssetIndex(index), text)),
        Indexed("InstrumentInvalid", (index, text) => new ApiError.InstrumentInvalid(new InstrumentIndex(index), text)),
        JsonCase<ApiError>.Unit("RateLimit", new ApiError.RateLimit()),
        Indexed("BalanceInsufficient", (index, text) => new ApiError.BalanceInsufficient(new AssetIndex(index), text)),
        new("OrderRejected", payload => new ApiError.OrderRejected(JsonValue.Text(payload))),
        JsonCase<ApiError>.Unit("OrderAlreadyCancelled", new ApiError.OrderAlreadyCancelled()),
        JsonCase<ApiError>.Unit("OrderAlreadyFullyFilled", new ApiError.OrderAlreadyFullyFilled()),
    ]);

    private static void WriteIndexed(Utf8JsonWriter writer, string tag, int index, string message)
    {
        writer.WriteStartObject();
        writer.WriteStartArray(tag);
        writer.WriteNumberValue(index);
        writer.WriteStringValue(message);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static JsonCase<ApiError> Indexed(string tag, Func<int, string, ApiError> make) => new(tag, payload =>
    {
        var (index, message) = JsonValue.Pair(payload, JsonValue.Index, JsonValue.Text);
        return make(index, message);
    });
}
