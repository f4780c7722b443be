using System.Buffers.Binary;
using System.Text;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Walks the bytes of a block or a footer, never past its end.</summary>
internal ref struct BlockReader
{
    /// <summary>What must lie behind the end, so that a word may be read at the last byte.</summary>
    public const int Slack = sizeof(ulong);

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _end;
    private readonly long _offset;
    private readonly string _file;
    private int _position;

    /// <param name="bytes">The bytes with <see cref="Slack"/> behind them.</param>
    /// <param name="file">What messages name.</param>
    /// <param name="offset">Where in the file they begin.</param>
    public BlockReader(ReadOnlySpan<byte> bytes, string file, long offset)
    {
        _bytes = bytes;
        (_end, _file, _offset) = (bytes.Length - Slack, file, offset);
    }

    public readonly int Left => _end - _position;

    public byte ReadByte() => Take(1)[0];

    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public ulong ReadVarint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = ReadByte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return shift == 63 && next > 1 ? throw Bad("a number has more than 64 bits") : value;
            }
        }

        throw Bad("a number has more than 64 bits");
    }

    public long ReadSigned()
    {
        var value = ReadVarint();
        return unchecked((long)(value >> 1) ^ -(long)(value & 1));
    }

    /// <summary>A number from 0 to a limit.</summary>
    public int ReadCount(int most, string what)
    {
        var count = ReadVarint();
        return most >= 0 && count <= (ulong)most ? (int)count : throw Bad($"{what} is {count}, more than {most}");
    }

    public string ReadText()
    {
        var length = ReadCount(Left, "the length of a text");
        return Decode(Take(length));
    }

    public readonly string Decode(ReadOnlySpan<byte> text)
    {
        try
        {
            return Strict.GetString(text);
        }
        catch (DecoderFallbackException failure)
        {
            throw Bad("a text is no UTF-8", failure);
        }
    }

    public ReadOnlySpan<byte> Take(int count)
    {
        Advance(count);
        return _bytes.Slice(_position - count, count);
    }

    public ReadOnlySpan<byte> TakeWithSlack(int count)
    {
        Advance(count);
        return _bytes.Slice(_position - count, count + Slack);
    }

    /// <summary>Refuses anything but the zeros that fill up to the alignment.</summary>
    public void End()
    {
        if (Left >= ColumnarLayout.Alignment || Take(Left).ContainsAnyExcept((byte)0))
        {
            throw Bad("there is more than what was announced");
        }
    }

    public readonly MarketDataException Bad(string what, Exception? inner = null) =>
        MarketDataException.AtByte(_file, _offset + _position, what, inner);

    private void Advance(int count)
    {
        if (count > Left)
        {
            throw Bad($"{count} bytes were announced, and {Left} are left");
        }

        _position += count;
    }
}
