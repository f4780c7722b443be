using System.Buffers.Binary;
using System.Text;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Bytes that are put together; grows and is used again.</summary>
internal sealed class ByteSink
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private byte[] _bytes = new byte[1 << 12];

    public int Length { get; private set; }

    public Span<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void WriteByte(byte value) => Claim(1)[0] = value;

    public void WriteUInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Claim(sizeof(uint)), value);

    public void WriteUInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Claim(sizeof(ulong)), value);

    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Claim(sizeof(long)), value);

    public void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Claim(bytes.Length));

    /// <summary>Seven bits a byte, the lowest first; the highest bit says that more follow.</summary>
    public void WriteVarint(ulong value)
    {
        for (; value > 0x7F; value >>= 7)
        {
            WriteByte((byte)((value & 0x7F) | 0x80));
        }

        WriteByte((byte)value);
    }

    /// <summary>A signed number as 0, -1, 1, -2, 2, ... are numbered.</summary>
    public void WriteSigned(long value) => WriteVarint(unchecked((ulong)((value << 1) ^ (value >> 63))));

    /// <summary>Length in bytes, and UTF-8.</summary>
    public void WriteText(string text)
    {
        var bytes = Strict.GetBytes(text);
        WriteVarint((ulong)bytes.Length);
        Write(bytes);
    }

    /// <summary>Zeros up to the next multiple of <see cref="ColumnarLayout.Alignment"/>.</summary>
    public void Pad() => Claim(-Length & (ColumnarLayout.Alignment - 1)).Clear();

    /// <summary>Room at the end, with anything in it.</summary>
    public Span<byte> Claim(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }

        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }
}
