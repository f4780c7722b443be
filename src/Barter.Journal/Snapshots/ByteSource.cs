using System.Buffers.Binary;

namespace Barter.Journal.Snapshots;

/// <summary>Reads what a <see cref="ByteSink"/> wrote, and believes nothing of it.</summary>
internal sealed class ByteSource(ReadOnlyMemory<byte> bytes, int start)
{
    private int _at;

    /// <summary>Where it stands in the whole image.</summary>
    public long Position => (long)start + _at;

    public int Left => bytes.Length - _at;

    public byte Byte() => Take(1)[0];

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    public ReadOnlySpan<byte> Take(int length)
    {
        if (length < 0 || length > Left)
        {
            throw Damage($"{length} byte(s) are wanted and {Left} are left");
        }

        var taken = bytes.Span.Slice(_at, length);
        _at += length;
        return taken;
    }

    public ulong Unsigned()
    {
        var value = 0ul;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var part = Byte();
            if (shift == 63 && part > 1)
            {
                break;
            }

            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw Damage("a number has more than 64 bits");
    }

    public long Signed()
    {
        var value = Unsigned();
        return unchecked((long)(value >> 1) ^ -(long)(value & 1));
    }

    /// <summary>A number below a limit.</summary>
    public int Below(long limit, string what)
    {
        var value = Unsigned();
        return value < (ulong)Math.Min(limit, int.MaxValue)
            ? (int)value
            : throw Damage($"{what} {value} is not below {limit}");
    }

    public bool Flag() => Byte() switch
    {
        0 => false,
        1 => true,
        var other => throw Damage($"{other} is neither yes nor no"),
    };

    public decimal Decimal()
    {
        var shape = Byte();
        var scale = (byte)(shape & 0x3F);
        var low = Unsigned();
        var high = (shape & 0x40) == 0 ? 0 : Unsigned();
        if (scale > 28 || high > uint.MaxValue)
        {
            throw Damage("no decimal has these digits");
        }

        return unchecked(new decimal((int)low, (int)(low >> 32), (int)(uint)high, (shape & 0x80) != 0, scale));
    }

    public string Text()
    {
        var shape = Unsigned();
        if (shape >> 1 > (ulong)Left)
        {
            throw Damage($"a text of {shape >> 1} character(s) does not fit into {Left} byte(s)");
        }

        var length = (int)(shape >> 1);
        if ((shape & 1) != 0)
        {
            return System.Text.Encoding.Latin1.GetString(Take(length));
        }

        var wide = Take(length * sizeof(char));
        var characters = new char[length];
        for (var i = 0; i < length; i++)
        {
            characters[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(wide[(i * sizeof(char))..]);
        }

        return new string(characters);
    }

    public ImageDamage Damage(string what) => new(Position, what);
}
