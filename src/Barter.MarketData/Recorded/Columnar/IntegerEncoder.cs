using System.Numerics;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>Packs whole numbers: as they are or as differences, whichever is smaller, in groups of few bits.</summary>
internal sealed class IntegerEncoder
{
    private readonly List<long> _values = [];
    private long[] _work = [];

    public int Count => _values.Count;

    public void Add(long value) => _values.Add(value);

    public void Clear() => _values.Clear();

    /// <summary>Writes what was added.</summary>
    public void WriteTo(ByteSink sink)
    {
        if (_values.Count == 0)
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

    private (int Order, bool IsWhole) Smallest()
    {
        var best = (Size: long.MaxValue, Order: 0, IsWhole: false);
        for (var order = 0; order <= Math.Min(IntegerCoding.OrderMax, _values.Count - 1); order++)
        {
            var work = Differences(order);
            var heads = 0;
            foreach (var head in work[..order])
            {
                heads += SignedBytes(head);
            }

            var whole = (heads + Size(work[order..], work.Length), order, true);
            var groups = (heads + Size(work[order..], IntegerCoding.GroupLength), order, false);
            best = whole.Item1 < best.Size ? whole : best;
            best = groups.Item1 < best.Size ? groups : best;
        }

        return (best.Order, best.IsWhole);
    }

    private Span<long> Differences(int order)
    {
        if (_work.Length < _values.Count)
        {
            _work = new long[Math.Max(_values.Count, ColumnarLayout.BlockEvents)];
        }

        var work = _work.AsSpan(0, _values.Count);
        _values.CopyTo(_work);
        for (var pass = 1; pass <= order; pass++)
        {
            for (var i = work.Length - 1; i >= pass; i--)
            {
                work[i] = unchecked(work[i] - work[i - 1]);
            }
        }

        return work;
    }

    private static long Size(ReadOnlySpan<long> values, int groupLength)
    {
        var size = 0L;
        while (!values.IsEmpty)
        {
            var group = values[..Math.Min(groupLength, values.Length)];
            var (least, width) = Range(group);
            size += SignedBytes(least) + 1 + IntegerCoding.PackedBytes(group.Length, width);
            values = values[group.Length..];
        }

        return size;
    }

    private static int SignedBytes(long value)
    {
        var bits = 64 - BitOperations.LeadingZeroCount(unchecked((ulong)((value << 1) ^ (value >> 63))));
        return Math.Max((bits + 6) / 7, 1);
    }

    private static (long Least, int Width) Range(ReadOnlySpan<long> group)
    {
        var (least, most) = (group[0], group[0]);
        foreach (var value in group)
        {
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        var width = 64 - BitOperations.LeadingZeroCount(unchecked((ulong)most - (ulong)least));
        return (least, width > IntegerCoding.WidthMax ? 64 : width);
    }

    private static void WriteGroup(ReadOnlySpan<long> group, ByteSink sink)
    {
        var (least, width) = Range(group);
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
