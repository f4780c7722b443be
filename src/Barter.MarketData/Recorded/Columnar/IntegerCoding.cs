using System.Buffers.Binary;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>How whole numbers are packed, and how they are unpacked.</summary>
internal static class IntegerCoding
{
    public const int GroupLength = 128;

    /// <summary>Differences of differences.</summary>
    public const int OrderMax = 2;

    /// <summary>That many bits and an offset of seven fit into one word; wider values take all of it.</summary>
    public const int WidthMax = 57;

    /// <summary>Beside the order of differences: all values are one group.</summary>
    public const int WholeFlag = 4;

    public static int PackedBytes(int count, int width) => (int)((((long)count * width) + 7) / 8);

    /// <summary>Reads as many values as there is room for.</summary>
    /// <exception cref="MarketDataException">The bytes are no such column.</exception>
    public static void Read(ref BlockReader reader, Span<long> values)
    {
        if (values.IsEmpty)
        {
            return;
        }

        var mode = reader.ReadByte();
        var order = mode & ~WholeFlag;
        if (order > OrderMax || order >= values.Length)
        {
            throw reader.Bad($"a column of {values.Length} numbers has the unknown mode {mode}");
        }

        for (var i = 0; i < order; i++)
        {
            values[i] = reader.ReadSigned();
        }

        var groupLength = (mode & WholeFlag) != 0 ? values.Length : GroupLength;
        for (var rest = values[order..]; !rest.IsEmpty;)
        {
            var group = rest[..Math.Min(groupLength, rest.Length)];
            ReadGroup(ref reader, group);
            rest = rest[group.Length..];
        }

        for (var pass = order; pass > 0; pass--)
        {
            AddUp(values[(pass - 1)..]);
        }
    }

    private static void AddUp(Span<long> values)
    {
        var sum = 0L;
        foreach (ref var value in values)
        {
            value = sum = unchecked(sum + value);
        }
    }

    private static void ReadGroup(ref BlockReader reader, Span<long> group)
    {
        var least = reader.ReadSigned();
        var width = reader.ReadByte();
        if (width is > WidthMax and not 64)
        {
            throw reader.Bad($"a group of numbers has the impossible width of {width} bits");
        }

        // The last value is read with the eight bytes behind it, which are there to be read and mean nothing
        var bytes = reader.TakeWithSlack(PackedBytes(group.Length, width));
        if (width == 0)
        {
            group.Fill(least);
        }
        else if (width == 64)
        {
            Copy(bytes, least, group);
        }
        else
        {
            Unpack(bytes, width, least, group);
        }
    }

    private static void Copy(ReadOnlySpan<byte> bytes, long least, Span<long> group)
    {
        for (var i = 0; i < group.Length; i++)
        {
            group[i] = unchecked(least + BinaryPrimitives.ReadInt64LittleEndian(bytes[(i * sizeof(long))..]));
        }
    }

    private static void Unpack(ReadOnlySpan<byte> bytes, int width, long least, Span<long> group)
    {
        unchecked
        {
            var mask = (1UL << width) - 1;
            var bit = 0;
            for (var i = 0; i < group.Length; i++, bit += width)
            {
                var word = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(bit >> 3)..]);
                group[i] = least + (long)((word >> (bit & 7)) & mask);
            }
        }
    }
}
