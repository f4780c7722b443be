using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Collects the events of one series, and writes them a block at a time.</summary>
/// <remarks>
/// The place of an event is the latest exchange time of it and all before it in the file: it is where the event stands
/// when files are merged, be it late or a mark without a time.
/// </remarks>
internal abstract class SeriesEncoder
{
    private readonly IntegerEncoder _ordinals = new();
    private readonly IntegerEncoder _places = new();
    private long _firstOrdinal;
    private Timestamp _firstPlace;
    private Timestamp _lastPlace;

    protected Timestamp Earliest { get; private set; }

    protected Timestamp Latest { get; private set; }

    public int Count => _ordinals.Count;

    public virtual bool IsFull => Count >= ColumnarLayout.BlockEvents;

    /// <summary>Whether an event has room beside those that are there; one alone always has.</summary>
    /// <exception cref="ArgumentException">It has not even room for itself.</exception>
    public virtual bool HasRoomFor(in MarketEvent marketEvent) => true;

    public void Add(in MarketEvent marketEvent, long ordinal, Timestamp place)
    {
        var time = marketEvent.IsReconnecting ? place : marketEvent.TimeExchange;
        if (Count == 0)
        {
            (_firstOrdinal, _firstPlace, Earliest, Latest) = (ordinal, place, time, time);
        }

        _lastPlace = place;
        Earliest = time < Earliest ? time : Earliest;
        Latest = Timestamp.Max(Latest, time);
        _ordinals.Add(ordinal);
        _places.Add(place.UnixNanos);
        AddColumns(marketEvent, place);
    }

    /// <summary>Writes a block of what was added, and forgets it.</summary>
    public BlockEntry WriteTo(ByteSink sink, int series, long offset)
    {
        sink.WriteUInt32(0);
        sink.WriteUInt32((uint)series);
        sink.WriteUInt32((uint)Count);
        _ordinals.WriteTo(sink);
        _places.WriteTo(sink);
        WriteColumns(sink);
        sink.Pad();
        var crc = Crc32C.Of(sink.Written[sizeof(uint)..]);
        BitConverter.TryWriteBytes(sink.Written, crc);
        var entry = new BlockEntry(
            series, offset, sink.Length, Count, _firstOrdinal, _firstPlace, _lastPlace, Earliest, Latest);
        _ordinals.Clear();
        _places.Clear();
        return entry;
    }

    public static SeriesEncoder For(MarketEventKind kind) => kind switch
    {
        MarketEventKind.Reconnecting => new ReconnectEncoder(),
        MarketEventKind.Trade => new TradeEncoder(),
        MarketEventKind.OrderBookL1 => new L1Encoder(),
        MarketEventKind.Candle => new CandleEncoder(),
        MarketEventKind.Liquidation => new LiquidationEncoder(),
        _ => new BookEncoder(),
    };

    protected abstract void AddColumns(in MarketEvent marketEvent, Timestamp place);

    /// <summary>Writes the columns of the kind, and empties them.</summary>
    protected abstract void WriteColumns(ByteSink sink);

    private sealed class ReconnectEncoder : SeriesEncoder
    {
        protected override void AddColumns(in MarketEvent marketEvent, Timestamp place)
        {
        }

        protected override void WriteColumns(ByteSink sink)
        {
        }
    }
}
