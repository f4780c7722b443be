using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using Barter.Model;

namespace Barter.Journal;

/// <summary>Entries in the form in which they are kept; to be used again after <see cref="Clear"/>.</summary>
/// <remarks>For one thread at a time. An entry that is refused leaves the batch as it was.</remarks>
public sealed class JournalBatch : IDisposable
{
    private readonly FrameBuffer _frames = new();
    private readonly Utf8JsonWriter _json;

    public JournalBatch()
    {
        _json = new Utf8JsonWriter(
            _frames,
            new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    /// <summary>How many entries there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether there are orders or cancels among them that wait for being durable.</summary>
    public bool HasIntents { get; private set; }

    internal Span<byte> Frames => _frames.Written;

    /// <summary>Adds an entry of any kind; one that is a market event is kept as by <see cref="AddMarket"/>.</summary>
    /// <exception cref="JournalException">It is too large, no text, or a market event with a report.</exception>
    public void Add(JournalEntry entry)
    {
        if (entry is JournalEntry.Entered { Event: EngineEvent.Market { Event: var told }, Report: var report })
        {
            if (report != 0)
            {
                throw new JournalException(
                    JournalFault.Misused, $"a market event is no report of an exchange: {entry}");
            }

            AddMarket(entry.Now, told);
            return;
        }

        var start = _frames.Length;
        var isKept = false;
        try
        {
            _frames.GetSpan(Frame.HeadBytes);
            _frames.Advance(Frame.HeadBytes);
            _json.Reset();
            EntryCodec.Write(_frames, _json, entry);
            Close(start, _frames.Length);
            isKept = true;
        }
        catch (ArgumentException malformed)
        {
            throw new JournalException(
                JournalFault.Misused, $"{entry.GetType().Name} has a text that is none: {malformed.Message}",
                cause: malformed);
        }
        finally
        {
            _frames.Length = isKept ? _frames.Length : start;
        }

        HasIntents |= entry is JournalEntry.OpenIntended or JournalEntry.CancelIntended;
    }

    /// <summary>Adds a market event that entered the engine; allocates nothing but room.</summary>
    /// <param name="now">The session's time as the engine had it.</param>
    /// <param name="told">What entered.</param>
    /// <exception cref="JournalException">It is too large.</exception>
    public void AddMarket(Timestamp now, in MarketEvent told)
    {
        var start = _frames.Length;
        var room = _frames.GetSpan(Frame.HeadBytes + MarketCodec.BytesMax(told));
        Close(start, start + Frame.HeadBytes + MarketCodec.Write(room[Frame.HeadBytes..], now, told));
    }

    /// <summary>Makes it empty, and keeps its room.</summary>
    public void Clear() => (_frames.Length, Count, HasIntents) = (0, 0, false);

    public void Dispose() => _json.Dispose();

    private void Close(int start, int end)
    {
        var length = end - start - Frame.HeadBytes;
        if (length > Frame.BodyBytesMax)
        {
            throw new JournalException(
                JournalFault.Misused,
                $"an entry of {length} bytes is above the {Frame.BodyBytesMax} that one may have");
        }

        _frames.Length = end;
        BinaryPrimitives.WriteUInt32LittleEndian(_frames.Written[start..], (uint)length);
        Count++;
    }
}
