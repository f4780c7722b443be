using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Barter.Model;

namespace Barter.Execution.Exchanges.Served;

/// <summary>What goes between a served exchange and its clients: the vocabulary's JSON in a few envelopes.</summary>
/// <remarks>Whatever reads throws a <see cref="FormatException"/> where it is malformed.</remarks>
public static class ExchangeWire
{
    /// <summary>Why a market link is closed whose recording is over.</summary>
    public const string RecordingIsOver = "the recording is over";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private delegate T Reading<T>(JsonElement root);

    /// <summary>The same for catalogs whose indexes mean the same: SHA-256 as 64 hexadecimal digits.</summary>
    public static string DigestOf(InstrumentCatalog catalog) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(ModelJson.Catalogs.ToJson(catalog))));

    /// <summary><c>{"request":{..},"valid_until":".."}</c></summary>
    public static byte[] Placing(OrderRequestOpen request, Timestamp validUntil) => Bytes(writer =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName("request");
        ModelJson.OpenRequests.Write(writer, request);
        writer.WriteString("valid_until", validUntil.ToString());
        writer.WriteEndObject();
    });

    public static (OrderRequestOpen Request, Timestamp ValidUntil) ReadPlacing(ReadOnlyMemory<byte> json) => Read(
        json, root => (Shaped(root.GetProperty("request"), ModelJson.OpenRequests), Time(root, "valid_until")));

    /// <summary><c>{"number":1,"event":{..}}</c></summary>
    public static byte[] Report(AccountReport report) => Bytes(writer => Write(writer, report));

    public static AccountReport ReadReport(ReadOnlyMemory<byte> json) => Read(json, Report);

    /// <summary>A list of reports.</summary>
    public static byte[] Reports(ValueList<AccountReport> reports) => List(reports, Write);

    public static ValueList<AccountReport> ReadReports(ReadOnlyMemory<byte> json) =>
        Read(json, root => root.EnumerateArray().Select(Report).ToValueList());

    /// <summary>A list of fills.</summary>
    public static byte[] Fills(ValueList<Fill> fills) => List(fills, ModelJson.Fills.Write);

    public static ValueList<Fill> ReadFills(ReadOnlyMemory<byte> json) => Read(
        json, root => root.EnumerateArray().Select(fill => Shaped(fill, ModelJson.Fills)).ToValueList());

    /// <summary><c>{"time":"..","last_report":1,"account":{..}}</c></summary>
    public static byte[] Account(AccountState state) => Bytes(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("time", state.Time.ToString());
        writer.WriteNumber("last_report", state.LastReport);
        writer.WritePropertyName("account");
        ModelJson.AccountSnapshots.Write(writer, state.Account);
        writer.WriteEndObject();
    });

    public static AccountState ReadAccount(ReadOnlyMemory<byte> json) => Read(json, root => new AccountState(
        Time(root, "time"),
        root.GetProperty("last_report").GetInt64(),
        Shaped(root.GetProperty("account"), ModelJson.AccountSnapshots)));

    /// <summary>
    /// <c>{"exchange":"okx","catalog":"..","time":"..","speed":null,"market":{"events":1,"state":"playing"},
    /// "last_report":1}</c>
    /// </summary>
    public static byte[] Status(ExchangeStatus status) => Bytes(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("exchange", status.Exchange.ToWire());
        writer.WriteString("catalog", status.Catalog);
        writer.WriteString("time", status.Time.ToString());
        if (status.Speed is { } speed)
        {
            writer.WriteNumber("speed", speed);
        }
        else
        {
            writer.WriteNull("speed");
        }

        writer.WriteStartObject("market");
        writer.WriteNumber("events", status.MarketEvents);
        writer.WriteString("state", status.MarketState.ToString().ToLowerInvariant());
        writer.WriteEndObject();
        writer.WriteNumber("last_report", status.LastReport);
        writer.WriteEndObject();
    });

    public static ExchangeStatus ReadStatus(ReadOnlyMemory<byte> json) => Read(json, root => new ExchangeStatus(
        ExchangeIds.TryParse(root.GetProperty("exchange").GetString(), out var exchange)
            ? exchange
            : throw new FormatException($"exchange: '{root.GetProperty("exchange")}' is not known"),
        root.GetProperty("catalog").GetString()!,
        Time(root, "time"),
        root.GetProperty("speed") is { ValueKind: JsonValueKind.Number } speed ? speed.GetDecimal() : null,
        root.GetProperty("market").GetProperty("events").GetInt64(),
        Enum.Parse<MarketPlay>(root.GetProperty("market").GetProperty("state").GetString()!, ignoreCase: true),
        root.GetProperty("last_report").GetInt64()));

    /// <summary>A list of market events.</summary>
    public static byte[] Market(ReadOnlyMemory<MarketEvent> events) => Bytes(writer =>
    {
        writer.WriteStartArray();
        foreach (var seen in events.Span)
        {
            ModelJson.MarketEvents.Write(writer, seen);
        }

        writer.WriteEndArray();
    });

    public static IReadOnlyList<MarketEvent> ReadMarket(ReadOnlySpan<byte> json)
    {
        var events = new List<MarketEvent>();
        var reader = new Utf8JsonReader(json);
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                events.Add(ModelJson.MarketEvents.Read(ref reader));
            }
        }
        catch (JsonException malformed)
        {
            throw new FormatException(malformed.Message, malformed);
        }

        return events;
    }

    /// <summary>Writes JSON of one's own.</summary>
    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static byte[] List<T>(ValueList<T> rows, Action<Utf8JsonWriter, T> write) => Bytes(writer =>
    {
        writer.WriteStartArray();
        foreach (var row in rows)
        {
            write(writer, row);
        }

        writer.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter writer, AccountReport report)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", report.Number);
        writer.WritePropertyName("event");
        ModelJson.AccountEvents.Write(writer, report.Event);
        writer.WriteEndObject();
    }

    private static AccountReport Report(JsonElement root) => new(
        root.GetProperty("number").GetInt64(), Shaped(root.GetProperty("event"), ModelJson.AccountEvents));

    private static Timestamp Time(JsonElement root, string key) => Timestamp.Parse(root.GetProperty(key).GetString()!);

    private static T Shaped<T>(JsonElement element, JsonShape<T> shape) => shape.Parse(element.GetRawText());

    private static T Read<T>(ReadOnlyMemory<byte> json, Reading<T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return read(document.RootElement);
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException
            or InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            throw new FormatException(malformed.Message, malformed);
        }
    }
}
