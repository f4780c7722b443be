using System.Numerics;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Packs whole numbers: as they are or as differences, whichever is smaller, in groups of few bits.</summary>
internal sealed class IntegerEncoder
{
    private long[] _values = [];
    private long[] _work = [];

    public int Count { get; private set; }

    public void Add(long value)
    {
        if (Count == _values.Length)
        {
            Grow(Count + 1);
        }

        _values[Count++] = value;
    }

    public void Add(ReadOnlySpan<long> values)
    {
        Grow(Count + values.Length);
        values.CopyTo(_values.AsSpan(Count));
        Count += values.Length;
    }

    public void Clear() => Count = 0;

    /// <summary>Writes what was added.</summary>
    public void WriteTo(ByteSink sink)
    {
        if (Count == 0)
        {
            return;
        }

        var (order, isWhole) = Smallest();
        var work = Differences(order);
        sink.WriteByte((byte)(order | (isWhole ? IntegerCoding.WholeFlag : 0)));
        foreach (var head in work[..order])
        {
            sink.WriteSigned(head);
        }

        for (var rest = work[order..]; !rest.IsEmpty;)
        {
            var group = rest[..Math.Min(isWhole ? rest.Length : IntegerCoding.GroupLength, rest.Length)];
            WriteGroup(group, sink);
            rest = rest[group.Length..];
        }
    }

    private void Grow(int count)
    {
        if (count > _values.Length)
        {
            Array.Resize(ref _values, Math.Max(count, Math.Max(_values.Length * 2, ColumnarLayout.BlockEvents)));
        }
    }

    private (int Order, bool IsWhole) Smallest()
    {
        var best = (Size: long.MaxValue, Order: 0, IsWhole: false);
        var work = Differences(0);
        var heads = 0;
        for (var order = 0; order <= Math.Min(IntegerCoding.OrderMax, Count - 1); order++)
        {
            if (order > 0)
            {
                heads += SignedBytes(work[order - 1]);
                Differ(work, order);
            }

            var rest = work[order..];
            var (whole, groups, width) = Sizes(rest);
            best = heads + whole < best.Size ? (heads + whole, order, true) : best;
            best = heads + groups < best.Size ? (heads + groups, order, false) : best;

            // Differences of numbers that are all the same only add a head
            if (width == 0)
            {
                break;
            }
        }

        return (best.Order, best.IsWhole);
    }

    private Span<long> Differences(int order)
    {
        if (_work.Length < Count)
        {
            _work = new long[_values.Length];
        }

        var work = _work.AsSpan(0, Count);
        _values.AsSpan(0, Count).CopyTo(work);
        for (var pass = 1; pass <= order; pass++)
        {
            Differ(work, pass);
        }

        return work;
    }

    /// <summary>Takes from each number the one before it, from the last to that at the place <c>first</c>.</summary>
    private static void Differ(Span<long> work, int first)
    {
        var end = work.Length;
        for (; end - Vector<long>.Count >= first; end -= Vector<long>.Count)
        {
            var at = end - Vector<long>.Count;
            (new Vector<long>(work[at..]) - new Vector<long>(work[(at - 1)..])).CopyTo(work[at..]);
        }

        for (var i = end - 1; i >= first; i--)
        {
            work[i] = unchecked(work[i] - work[i - 1]);
        }
    }

    /// <summary>Bytes as one group and as groups of the usual length, and the bits that the one group takes.</summary>
    private static (long Whole, long Groups, int Width) Sizes(ReadOnlySpan<long> values)
    {
        var (least, most, groups) = (long.MaxValue, long.MinValue, 0L);
        for (var rest = values; !rest.IsEmpty;)
        {
            var group = rest[..Math.Min(IntegerCoding.GroupLength, rest.Length)];
            var (low, high) = Range(group);
            groups += Size(low, high, group.Length);
            (least, most) = (Math.Min(least, low), Math.Max(most, high));
            rest = rest[group.Length..];
        }

        return (Size(least, most, values.Length), groups, Width(least, most));
    }

    private static long Size(long least, long most, int count) =>
        SignedBytes(least) + 1 + IntegerCoding.PackedBytes(count, Width(least, most));

    private static int SignedBytes(long value)
    {
        var bits = 64 - BitOperations.LeadingZeroCount(unchecked((ulong)((value << 1) ^ (value >> 63))));
        return Math.Max((bits + 6) / 7, 1);
    }

    private static (long Least, long Most) Range(ReadOnlySpan<long> group)
    {
        var (least, most) = (group[0], group[0]);
        if (group.Length >= Vector<long>.Count)
        {
            var (low, high) = (new Vector<long>(group), new Vector<long>(group));
            for (; group.Length >= Vector<long>.Count; group = group[Vector<long>.Count..])
            {
                var values = new Vector<long>(group);
                (low, high) = (Vector.Min(low, values), Vector.Max(high, values));
            }

            for (var i = 0; i < Vector<long>.Count; i++)
            {
                (least, most) = (Math.Min(least, low[i]), Math.Max(most, high[i]));
            }
        }

        foreach (var value in group)
        {
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        return (least, most);
    }

    private static int Width(long least, long most)
    {
        var width = 64 - BitOperations.LeadingZeroCount(unchecked((ulong)most - (ulong)least));
        return width > IntegerCoding.WidthMax ? 64 : width;
    }

    private static void WriteGroup(ReadOnlySpan<long> group, ByteSink sink)
    {
        var (least, most) = Range(group);
        var width = Width(least, most);
        sink.WriteSigned(least);
        sink.WriteByte((byte)width);
        var bytes = sink.Claim(IntegerCoding.PackedBytes(group.Length, width));
        var (bits, held, at) = (0UL, 0, 0);
        foreach (var value in group)
        {
            var above = unchecked((ulong)(value - least));
            if (width == 64)
            {
                BitConverter.TryWriteBytes(bytes[at..], above);
                at += sizeof(ulong);
                continue;
            }

            bits |= above << held;
            for (held += width; held >= 8; held -= 8, bits >>= 8)
            {
                bytes[at++] = (byte)(bits & 0xFF);
            }
        }

        if (held > 0)
        {
            bytes[at] = (byte)bits;
        }
    }
}
