using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Barter.Model;
using static Barter.Journal.JournalEntry;

namespace Barter.Journal;

/// <summary>Entries as bodies: kind, time, and what the kind has; see docs/journal-format.md.</summary>
internal static class EntryCodec
{
    private const int HeadBytes = 1 + 8;

    // Refuses what is no text, instead of keeping another text
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Write(IBufferWriter<byte> body, Utf8JsonWriter json, JournalEntry entry)
    {
        switch (entry)
        {
            case Started started:
                Head(body, EntryKind.Started, entry);
                Utf8.GetBytes(started.Plan, body);
                break;
            case Entered entered:
                Head(body, EntryKind.Entered, entry, entered.Report);
                WriteJson(json, ModelJson.EngineEvents, entered.Event);
                break;
            case MarketRead read:
                Head(body, EntryKind.MarketRead, entry, read.Position);
                break;
            case OpenIntended open:
                Head(body, EntryKind.OpenIntended, entry, unchecked((long)open.Step));
                WriteJson(json, ModelJson.OpenRequests, open.Request);
                break;
            case CancelIntended cancel:
                Head(body, EntryKind.CancelIntended, entry, unchecked((long)cancel.Step));
                WriteJson(json, ModelJson.CancelRequests, cancel.Request);
                break;
            case Sent sent:
                Head(body, EntryKind.Sent, entry);
                body.Write([sent.IsCancel ? (byte)1 : (byte)0]);
                Utf8.GetBytes(sent.Order.Value, body);
                break;
            case Ended ended:
                Head(body, EntryKind.Ended, entry);
                Utf8.GetBytes(ended.Reason, body);
                break;
            default:
                throw new UnreachableException($"no body for {entry}");
        }
    }

    /// <summary>Reads an entry that is no market event.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static JournalEntry Read(EntryKind kind, Timestamp now, ref BodyReader reader) => kind switch
    {
        EntryKind.Started => new Started(now, Text(ref reader)),
        EntryKind.Entered => ReadEntered(now, ref reader),
        EntryKind.MarketRead => new MarketRead(now, reader.Int64()),
        EntryKind.OpenIntended => new OpenIntended(
            now, unchecked((ulong)reader.Int64()), ModelJson.OpenRequests.Parse(reader.Rest())),
        EntryKind.CancelIntended => new CancelIntended(
            now, unchecked((ulong)reader.Int64()), ModelJson.CancelRequests.Parse(reader.Rest())),
        EntryKind.Sent => ReadSent(now, ref reader),
        EntryKind.Ended => new Ended(now, Text(ref reader)),
        _ => throw new FormatException($"{(byte)kind} is no kind of entry"),
    };

    /// <summary>Hands a body that was verified to whoever reads.</summary>
    /// <exception cref="FormatException">It is no body.</exception>
    public static void Tell(IJournalReader reader, long number, ReadOnlySpan<byte> body)
    {
        var bytes = new BodyReader(body);
        var kind = (EntryKind)bytes.Byte();
        var now = new Timestamp(bytes.Int64());
        if (kind is >= EntryKind.Market and <= EntryKind.MarketLast)
        {
            var told = MarketCodec.Read(ref bytes, (MarketEventKind)(kind - EntryKind.Market), now);
            bytes.RequireEnd();
            reader.Market(number, now, told);
            return;
        }

        var entry = Read(kind, now, ref bytes);
        bytes.RequireEnd();
        reader.Entry(number, entry);
    }

    private static Entered ReadEntered(Timestamp now, ref BodyReader reader)
    {
        var report = reader.Int64();
        return new Entered(now, ModelJson.EngineEvents.Parse(reader.Rest()), report);
    }

    private static Sent ReadSent(Timestamp now, ref BodyReader reader)
    {
        var isCancel = reader.Byte() switch
        {
            0 => false,
            1 => true,
            var other => throw new FormatException($"{other} is neither open nor cancel"),
        };
        var order = Text(ref reader);
        return string.IsNullOrWhiteSpace(order)
            ? throw new FormatException("the order has no name")
            : new Sent(now, new ClientOrderId(order), isCancel);
    }

    private static string Text(ref BodyReader reader)
    {
        try
        {
            return Utf8.GetString(reader.Rest());
        }
        catch (ArgumentException malformed)
        {
            throw new FormatException("the text is no UTF-8", malformed);
        }
    }

    private static void Head(IBufferWriter<byte> body, EntryKind kind, JournalEntry entry, long? number = null)
    {
        Span<byte> head = stackalloc byte[HeadBytes + sizeof(long)];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt64LittleEndian(head[1..], entry.Now.UnixNanos);
        BinaryPrimitives.WriteInt64LittleEndian(head[HeadBytes..], number ?? 0);
        body.Write(number is null ? head[..HeadBytes] : head);
    }

    private static void WriteJson<T>(Utf8JsonWriter json, JsonShape<T> shape, T value)
    {
        shape.Write(json, value);
        json.Flush();
    }
}
