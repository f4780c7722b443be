using System.Runtime.InteropServices;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>An open file of columns, with its index read and believed.</summary>
internal sealed class ColumnarFile : IDisposable
{
    private readonly StoredBytes _bytes;

    /// <param name="bytes">Closed with the file, and if the file is refused.</param>
    /// <exception cref="MarketDataException">The bytes are no such file, or not all of it.</exception>
    public ColumnarFile(StoredBytes bytes)
    {
        _bytes = bytes;
        try
        {
            Footer = ReadFooter();
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    public string Name => _bytes.Name;

    public ColumnarFooter Footer { get; }

    public StoredFile Content => Footer.Describe(_bytes.Length);

    public static ColumnarFile Open(string path) => new(MappedBytes.Open(path));

    public void Dispose() => _bytes.Dispose();

    /// <summary>Reads a block behind its header.</summary>
    /// <param name="block">Which.</param>
    /// <param name="buffer">Where its bytes stay for as long as the reader is used; is made larger if need be.</param>
    /// <exception cref="MarketDataException">It is damaged.</exception>
    public BlockReader ReadBlock(in BlockEntry block, ref ulong[] buffer)
    {
        var reader = Reader(block.Offset, block.Length, ref buffer);
        var crc = Crc32C.Of(MemoryMarshal.AsBytes(buffer.AsSpan(0, block.Length / sizeof(ulong)))[sizeof(uint)..]);
        if (reader.ReadUInt32() != crc)
        {
            throw reader.Bad("a block is damaged, as its checksum is another; fetch or import the file again");
        }

        return reader.ReadUInt32() == block.Series && reader.ReadUInt32() == block.Count
            ? reader
            : throw reader.Bad("a block is not the one that the index names");
    }

    private BlockReader Reader(long offset, int length, ref ulong[] buffer)
    {
        var words = length / sizeof(ulong);
        if (buffer.Length < words + 1)
        {
            buffer = new ulong[Math.Max(words + 1, buffer.Length * 2)];
        }

        _bytes.Read(offset, buffer.AsSpan(0, words));
        return new BlockReader(MemoryMarshal.AsBytes(buffer.AsSpan(0, words + 1)), Name, offset);
    }

    private ColumnarFooter ReadFooter()
    {
        ulong[] buffer = [];
        if (_bytes.Length < ColumnarLayout.HeaderBytes + ColumnarLayout.TrailerBytes
            || _bytes.Length % ColumnarLayout.Alignment != 0)
        {
            throw MarketDataException.AtByte(
                Name, _bytes.Length, "the file ends too early; was it cut off? Fetch or import it again");
        }

        RefuseOtherHeader(ref buffer);
        var trailer = Reader(
            _bytes.Length - ColumnarLayout.TrailerBytes, ColumnarLayout.TrailerBytes, ref buffer);
        var (offset, length, crc) = (trailer.ReadInt64(), trailer.ReadUInt32(), trailer.ReadUInt32());
        if (!trailer.Take(ColumnarLayout.TrailerMagic.Length).SequenceEqual(ColumnarLayout.TrailerMagic))
        {
            throw trailer.Bad("the file does not end as it should; was it cut off? Fetch or import it again");
        }

        var end = _bytes.Length - ColumnarLayout.TrailerBytes;
        if (offset < ColumnarLayout.HeaderBytes || offset > end || offset % ColumnarLayout.Alignment != 0
            || length != end - offset || length > int.MaxValue - ColumnarLayout.TrailerBytes)
        {
            throw trailer.Bad("the index is not where the end of the file says; fetch or import the file again");
        }

        return ReadFooter(offset, (int)length, crc, ref buffer);
    }

    private ColumnarFooter ReadFooter(long offset, int length, uint crc, ref ulong[] buffer)
    {
        // The checksum also covers the twelve bytes behind it that say where it is
        Reader(offset, length + ColumnarLayout.TrailerBytes, ref buffer);
        var bytes = MemoryMarshal.AsBytes(buffer.AsSpan(0, (length / sizeof(ulong)) + 2));
        return Crc32C.Of(bytes[..(length + sizeof(ulong) + sizeof(uint))]) == crc
            ? ColumnarFooter.Read(new BlockReader(bytes[..(length + BlockReader.Slack)], Name, offset), offset)
            : throw MarketDataException.AtByte(
                Name, offset, "the index is damaged, as its checksum is another; fetch or import the file again");
    }

    private void RefuseOtherHeader(ref ulong[] buffer)
    {
        var header = Reader(0, ColumnarLayout.HeaderBytes, ref buffer);
        var bytes = MemoryMarshal.AsBytes(buffer.AsSpan());
        var crc = Crc32C.Of(bytes[..(ColumnarLayout.HeaderBytes - sizeof(uint))]);
        if (!header.Take(ColumnarLayout.HeaderMagic.Length).SequenceEqual(ColumnarLayout.HeaderMagic))
        {
            throw header.Bad("is no file of columns; is this the right file?");
        }

        var version = header.ReadUInt32();
        if (header.ReadUInt32() != crc)
        {
            throw header.Bad("the first bytes are damaged; fetch or import the file again");
        }

        if (version != ColumnarLayout.Version)
        {
            throw header.Bad($"the file has version {version}, and this barter reads {ColumnarLayout.Version}");
        }
    }
}
