using System.Buffers.Binary;

namespace Barter.Journal.Snapshots;

/// <summary>Bytes that grow: little-endian, whole numbers in sevens of bits.</summary>
internal sealed class ByteSink
{
    private byte[] _bytes = new byte[4096];
    private int _count;

    public int Count => _count;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    public void Put(byte value) => Take(1)[0] = value;

    public void Put(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    public void Put(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Take(sizeof(double)), value);

    public void PutUnsigned(ulong value)
    {
        while (value >= 0x80)
        {
            Put((byte)((value & 0x7F) | 0x80));
            value >>= 7;
        }

        Put((byte)value);
    }

    public void PutSigned(long value) => PutUnsigned(unchecked((ulong)((value << 1) ^ (value >> 63))));

    /// <summary>Bit for bit, trailing zeros included.</summary>
    public void Put(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var scale = (bits[3] >> 16) & 0x1F;
        Put((byte)(scale | (bits[2] == 0 ? 0 : 0x40) | (bits[3] < 0 ? 0x80 : 0)));
        PutUnsigned(((ulong)unchecked((uint)bits[1]) << 32) | unchecked((uint)bits[0]));
        if (bits[2] != 0)
        {
            PutUnsigned(unchecked((uint)bits[2]));
        }
    }

    /// <summary>A byte a character where that is enough, else two: whatever a string holds comes back.</summary>
    public void Put(string value)
    {
        var isNarrow = System.Text.Ascii.IsValid(value);
        PutUnsigned(((ulong)value.Length << 1) | (isNarrow ? 1u : 0u));
        if (isNarrow)
        {
            System.Text.Encoding.ASCII.GetBytes(value, Take(value.Length));
            return;
        }

        var wide = Take(value.Length * sizeof(char));
        for (var i = 0; i < value.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(wide[(i * sizeof(char))..], value[i]);
        }
    }

    private Span<byte> Take(int length)
    {
        if (_bytes.Length - _count < length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _count + length));
        }

        var taken = _bytes.AsSpan(_count, length);
        _count += length;
        return taken;
    }
}
