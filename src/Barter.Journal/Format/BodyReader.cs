using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Barter.Model;

namespace Barter.Journal;

/// <summary>Reads what <see cref="BodyWriter"/> wrote; anything else is a <see cref="FormatException"/>.</summary>
internal ref struct BodyReader(ReadOnlySpan<byte> body)
{
    private ReadOnlySpan<byte> _rest = body;

    public readonly int Left => _rest.Length;

    public byte Byte() => Take(1)[0];

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public ulong Variable()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new FormatException("a number has too many bytes");
    }

    public long Signed()
    {
        var value = Variable();
        return unchecked((long)(value >> 1) ^ -(long)(value & 1));
    }

    public Timestamp Time(Timestamp near) => new(unchecked(near.UnixNanos + Signed()));

    public int Count(int bytesEach)
    {
        var count = Variable();
        return count <= (ulong)(_rest.Length / bytesEach)
            ? (int)count
            : throw new FormatException($"there is no room for {count} items");
    }

    public decimal Decimal()
    {
        var head = Byte();
        var (scale, size) = ((byte)(head & 0x1F), (head >> 5) & 0x3);
        if (scale > 28 || size > 2)
        {
            throw new FormatException($"{head} starts no decimal");
        }

        var digits = Take(4 + (size * 4));
        return new decimal(
            BinaryPrimitives.ReadInt32LittleEndian(digits),
            size > 0 ? BinaryPrimitives.ReadInt32LittleEndian(digits[4..]) : 0,
            size > 1 ? BinaryPrimitives.ReadInt32LittleEndian(digits[8..]) : 0,
            head >= 0x80,
            scale);
    }

    public string Text() => new(MemoryMarshal.Cast<byte, char>(Take(Count(sizeof(char)) * sizeof(char))));

    public ReadOnlySpan<byte> Rest() => Take(_rest.Length);

    public readonly void RequireEnd()
    {
        if (_rest.Length > 0)
        {
            throw new FormatException($"{_rest.Length} bytes are left");
        }
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_rest.Length < count)
        {
            throw new FormatException($"{count} bytes are needed, {_rest.Length} are left");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
