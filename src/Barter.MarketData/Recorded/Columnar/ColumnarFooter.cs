using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>The index of a file: its series, and where their blocks are.</summary>
internal sealed record ColumnarFooter(ValueList<StoredSeries> Series, BlockEntry[] Blocks)
{
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
}
