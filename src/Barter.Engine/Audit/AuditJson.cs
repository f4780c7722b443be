using System.Text;
using System.Text.Json;
using Barter.Engine.Risk;
using Barter.Model;

namespace Barter.Engine.Audit;

/// <summary>The JSON of the audit, in the same manner as <see cref="ModelJson"/>.</summary>
public static class AuditJson
{
    /// <summary>A tick: <c>{"event":{"Process":{event, outputs, errors}},"context":{sequence, time}}</c>.</summary>
    public static string ToJson(AuditTick tick) => Text(writer =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName("event");
        Write(writer, tick.Event);
        writer.WritePropertyName("context");
        writer.WriteStartObject();
        writer.WriteNumber("sequence", tick.Context.Sequence);
        writer.WriteString("time", tick.Context.Time.ToString());
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    /// <summary>Outputs and errors of a step, as one object.</summary>
    internal static string Outcome(ValueList<EngineOutput> outputs, ValueList<EngineError> errors) => Text(writer =>
    {
        writer.WriteStartObject();
        WriteOutcome(writer, outputs, errors);
        writer.WriteEndObject();
    });

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(Utf8JsonWriter writer, AuditEvent audited)
    {
        if (audited is not AuditEvent.Processed processed)
        {
            writer.WriteStringValue("FeedEnded");
            return;
        }

        writer.WriteStartObject();
        writer.WriteStartObject("Process");
        writer.WritePropertyName("event");
        ModelJson.EngineEvents.Write(writer, processed.Event);
        WriteOutcome(writer, processed.Outputs, processed.Errors);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteOutcome(
        Utf8JsonWriter writer, ValueList<EngineOutput> outputs, ValueList<EngineError> errors)
    {
        writer.WritePropertyName("outputs");
        WriteNoneOneOrMany(writer, outputs, Write);
        writer.WritePropertyName("errors");
        WriteNoneOneOrMany(writer, errors, Write);
    }

    private static void Write(Utf8JsonWriter writer, EngineError error)
    {
        var (tag, what) = error switch
        {
            EngineError.UnknownIndex unknown => (nameof(EngineError.UnknownIndex), unknown.What),
            EngineError.OutOfRange range => (nameof(EngineError.OutOfRange), range.What),
            _ => throw new InvalidOperationException($"no JSON for {error}"),
        };
        writer.WriteStartObject();
        writer.WriteString(tag, what);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, EngineOutput output)
    {
        writer.WriteStartObject();
        switch (output)
        {
            case EngineOutput.Commanded { Action: var action }:
                writer.WritePropertyName("Commanded");
                Write(writer, action);
                break;
            case EngineOutput.OnTradingDisabled { Orders: var orders }:
                writer.WritePropertyName("OnTradingDisabled");
                Write(writer, orders);
                break;
            case EngineOutput.AccountDisconnect disconnect:
                WriteDisconnect(writer, "AccountDisconnect", disconnect.Exchange, disconnect.Orders);
                break;
            case EngineOutput.MarketDisconnect disconnect:
                WriteDisconnect(writer, "MarketDisconnect", disconnect.Exchange, disconnect.Orders);
                break;
            case EngineOutput.PositionExit { Position: var position }:
                writer.WritePropertyName("PositionExit");
                ModelJson.PositionsExited.Write(writer, position);
                break;
            case EngineOutput.AlgoOrders { Orders: var orders }:
                writer.WritePropertyName("AlgoOrders");
                Write(writer, orders);
                break;
            case EngineOutput.Anomaly anomaly:
                writer.WriteStartObject("Anomaly");
                writer.WriteString("kind", anomaly.Kind.ToString());
                writer.WriteString("order", anomaly.Order?.ToString());
                writer.WriteEndObject();
                break;
            case EngineOutput.Faulted fault:
                writer.WriteStartObject("Faulted");
                writer.WriteString("part", fault.Part);
                writer.WriteString("message", fault.Message);
                writer.WriteEndObject();
                break;
            default:
                throw new InvalidOperationException($"no JSON for {output}");
        }

        writer.WriteEndObject();
    }

    private static void WriteDisconnect(Utf8JsonWriter writer, string tag, ExchangeId exchange, OrdersOutput orders)
    {
        writer.WriteStartObject(tag);
        writer.WriteString("exchange", exchange.ToWire());
        writer.WritePropertyName("orders");
        Write(writer, orders);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ActionOutput action)
    {
        writer.WriteStartObject();
        switch (action)
        {
            case ActionOutput.CancelOrders { Cancels: var cancels }:
                writer.WritePropertyName("CancelOrders");
                Write(writer, cancels, ModelJson.CancelRequests);
                break;
            case ActionOutput.OpenOrders { Opens: var opens }:
                writer.WritePropertyName("OpenOrders");
                Write(writer, opens, ModelJson.OpenRequests);
                break;
            case ActionOutput.ClosePositions { Orders: var orders }:
                writer.WritePropertyName("ClosePositions");
                Write(writer, orders);
                break;
            default:
                throw new InvalidOperationException($"no JSON for {action}");
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, OrdersOutput orders)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("cancels_and_opens");
        writer.WritePropertyName("cancels");
        Write(writer, orders.Cancels, ModelJson.CancelRequests);
        writer.WritePropertyName("opens");
        Write(writer, orders.Opens, ModelJson.OpenRequests);
        writer.WriteEndObject();
        writer.WritePropertyName("cancels_refused");
        WriteNoneOneOrMany(writer, orders.CancelsRefused, (inner, row) => Write(inner, row, ModelJson.CancelRequests));
        writer.WritePropertyName("opens_refused");
        WriteNoneOneOrMany(writer, orders.OpensRefused, (inner, row) => Write(inner, row, ModelJson.OpenRequests));
        writer.WriteEndObject();
    }

    private static void Write<T>(Utf8JsonWriter writer, RiskRefused<T> refused, JsonShape<T> shape)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("item");
        shape.Write(writer, refused.Item);
        writer.WriteString("reason", refused.Reason);
        writer.WriteEndObject();
    }

    private static void Write<T>(Utf8JsonWriter writer, SendOutput<T> output, JsonShape<T> shape)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("sent");
        WriteNoneOneOrMany(writer, output.Sent, shape.Write);
        writer.WritePropertyName("errors");
        WriteNoneOneOrMany(writer, output.Errors, (inner, row) =>
        {
            inner.WriteStartArray();
            shape.Write(inner, row.Request);
            inner.WriteStringValue(row.Reason.ToString());
            inner.WriteEndArray();
        });
        writer.WriteEndObject();
    }

    private static void WriteNoneOneOrMany<T>(
        Utf8JsonWriter writer, ValueList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
        {
            writer.WriteStringValue("None");
            return;
        }

        writer.WriteStartObject();
        if (items.Count == 1)
        {
            writer.WritePropertyName("One");
            write(writer, items[0]);
        }
        else
        {
            writer.WriteStartArray("Many");
            foreach (var item in items)
            {
                write(writer, item);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
