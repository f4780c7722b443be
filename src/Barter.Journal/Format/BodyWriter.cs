using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Barter.Model;

namespace Barter.Journal;

/// <summary>Writes the binary of a body into room that is large enough.</summary>
internal ref struct BodyWriter(Span<byte> room)
{
    public const int DecimalBytesMax = 13;
    public const int VariableBytesMax = 10;

    private readonly Span<byte> _room = room;

    public int Length { get; private set; }

    public void Byte(byte value) => _room[Length++] = value;

    public void Int64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_room[Length..], value);
        Length += sizeof(long);
    }

    /// <summary>Seven bits a byte, the lowest first.</summary>
    public void Variable(ulong value)
    {
        while (value >= 0x80)
        {
            _room[Length++] = (byte)((value & 0x7F) | 0x80);
            value >>= 7;
        }

        _room[Length++] = (byte)value;
    }

    /// <summary>The sign in the lowest bit, so that what is near zero is short.</summary>
    public void Signed(long value) => Variable(unchecked((ulong)((value << 1) ^ (value >> 63))));

    public void Time(Timestamp value, Timestamp near) => Signed(unchecked(value.UnixNanos - near.UnixNanos));

    /// <summary>A byte of sign, size and scale, and the mantissa in 4, 8 or 12 bytes.</summary>
    public void Decimal(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var (low, middle, high) = (bits[0], bits[1], bits[2]);
        var size = high != 0 ? 2 : middle != 0 ? 1 : 0;
        _room[Length] = (byte)(((bits[3] >> 24) & 0x80) | (size << 5) | ((bits[3] >> 16) & 0x1F));
        var rest = _room.Slice(Length + 1, 12);
        BinaryPrimitives.WriteInt32LittleEndian(rest, low);
        BinaryPrimitives.WriteInt32LittleEndian(rest[4..], middle);
        BinaryPrimitives.WriteInt32LittleEndian(rest[8..], high);
        Length += 5 + (size * 4);
    }

    /// <summary>The number of UTF-16 units and these, because not every text of an exchange need be sound.</summary>
    public void Text(string value)
    {
        Variable((ulong)value.Length);
        var bytes = MemoryMarshal.AsBytes(value.AsSpan());
        bytes.CopyTo(_room[Length..]);
        Length += bytes.Length;
    }
}
