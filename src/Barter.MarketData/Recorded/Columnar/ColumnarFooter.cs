using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>The index of a file: its series, and where their blocks are.</summary>
internal sealed record ColumnarFooter(ValueList<StoredSeries> Series, BlockEntry[] Blocks)
{
    private const int SeriesBytesMin = 3;
    private const int BlockBytesMin = 36;

    /// <summary>Reads a footer, whose blocks must lie one behind the other from the header up to it.</summary>
    /// <exception cref="MarketDataException">It is none.</exception>
    public static ColumnarFooter Read(BlockReader reader, long end)
    {
        var series = new StoredSeries[reader.ReadCount(reader.Left / SeriesBytesMin, "the number of series")];
        for (var i = 0; i < series.Length; i++)
        {
            series[i] = ReadSeries(ref reader);
        }

        var blocks = new BlockEntry[reader.ReadCount(reader.Left / BlockBytesMin, "the number of blocks")];
        var offset = (long)ColumnarLayout.HeaderBytes;
        for (var i = 0; i < blocks.Length; i++)
        {
            blocks[i] = ReadBlock(ref reader, series.Length, offset, end);
            offset += blocks[i].Length;
        }

        if (offset != end)
        {
            throw reader.Bad($"the blocks end at byte {offset}, and the index begins at byte {end}");
        }

        reader.End();
        return new ColumnarFooter(series.ToValueList(), blocks);
    }

    /// <summary>Writes the footer and the trailer that leads to it.</summary>
    public void WriteTo(ByteSink sink, long offset)
    {
        sink.WriteVarint((ulong)Series.Count);
        foreach (var row in Series)
        {
            sink.WriteText(row.Exchange.ToWire());
            sink.WriteText(row.Instrument ?? "");
            sink.WriteByte((byte)row.Kind);
        }

        sink.WriteVarint((ulong)Blocks.Length);
        foreach (var block in Blocks)
        {
            sink.WriteVarint((ulong)block.Series);
            sink.WriteVarint((ulong)block.Length);
            sink.WriteVarint((ulong)block.Count);
            sink.WriteVarint((ulong)block.FirstOrdinal);
            sink.WriteInt64(block.FirstPlace.UnixNanos);
            sink.WriteInt64(block.LastPlace.UnixNanos);
            sink.WriteInt64(block.Earliest.UnixNanos);
            sink.WriteInt64(block.Latest.UnixNanos);
        }

        sink.Pad();
        sink.WriteUInt64((ulong)offset);
        sink.WriteUInt32((uint)(sink.Length - sizeof(ulong)));
        sink.WriteUInt32(Crc32C.Of(sink.Written));
        sink.Write(ColumnarLayout.TrailerMagic);
    }

    public StoredFile Describe(long length)
    {
        var series = Series.ToArray();
        foreach (var block in Blocks)
        {
            ref var row = ref series[block.Series];
            row = row with
            {
                Count = row.Count + block.Count,
                First = row.Count == 0 || block.Earliest < row.First ? block.Earliest : row.First,
                Last = row.Count == 0 ? block.Latest : Timestamp.Max(row.Last, block.Latest),
            };
        }

        return new StoredFile(length, Blocks.Length, series.ToValueList());
    }

    private static StoredSeries ReadSeries(ref BlockReader reader)
    {
        var (exchange, instrument, kind) = (reader.ReadText(), reader.ReadText(), (MarketEventKind)reader.ReadByte());
        if (!ExchangeIds.TryParse(exchange, out var id) || kind > MarketEventKind.Liquidation
            || (kind == MarketEventKind.Reconnecting) != (instrument.Length == 0))
        {
            throw reader.Bad($"there is no series of kind {(byte)kind} of '{instrument}' on '{exchange}'");
        }

        return new StoredSeries(id, instrument.Length == 0 ? null : instrument, kind, 0, default, default);
    }

    private static BlockEntry ReadBlock(ref BlockReader reader, int seriesCount, long offset, long end)
    {
        var series = reader.ReadCount(seriesCount - 1, "the number of a series");
        var length = reader.ReadCount((int)Math.Min(end - offset, int.MaxValue), "the length of a block");
        var count = reader.ReadCount(ColumnarLayout.BlockEvents, "the number of events of a block");
        var ordinal = unchecked((long)reader.ReadVarint());
        if (length < ColumnarLayout.BlockHeaderBytes || length % ColumnarLayout.Alignment != 0 || count == 0)
        {
            throw reader.Bad($"there is no block of {count} events in {length} bytes");
        }

        return new BlockEntry(
            series, offset, length, count, ordinal,
            ReadTime(ref reader), ReadTime(ref reader), ReadTime(ref reader), ReadTime(ref reader));
    }

    private static Timestamp ReadTime(ref BlockReader reader) => new(reader.ReadInt64());
}
