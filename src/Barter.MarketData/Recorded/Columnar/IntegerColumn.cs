namespace Barter.MarketData.Recorded.Columnar;

/// <summary>The whole numbers of a block; is used again for the next.</summary>
internal sealed class IntegerColumn
{
    private long[] _values = [];
    private int _count;

    public ReadOnlySpan<long> Values => _values.AsSpan(0, _count);

    public long this[int index] => _values[index];

    /// <summary>Reads numbers, and gives them to be worked on.</summary>
    /// <exception cref="MarketDataException">The bytes are no such column.</exception>
    public Span<long> Read(ref BlockReader reader, int count)
    {
        _count = count;
        if (_values.Length < count)
        {
            _values = new long[count];
        }

        var values = _values.AsSpan(0, count);
        IntegerCoding.Read(ref reader, values);
        return values;
    }

    /// <summary>Reads numbers from 0 to a limit.</summary>
    /// <exception cref="MarketDataException">The bytes are no such column, or one is beyond the limit.</exception>
    public ReadOnlySpan<long> ReadSmall(ref BlockReader reader, int count, long most, string what)
    {
        var values = Read(ref reader, count);
        foreach (var value in values)
        {
            if (value < 0 || value > most)
            {
                throw reader.Bad($"{what} is {value}");
            }
        }

        return values;
    }

    /// <summary>Reads numbers that are told by how far they lie above others.</summary>
    /// <exception cref="MarketDataException">The bytes are no such column.</exception>
    public void ReadAbove(ref BlockReader reader, ReadOnlySpan<long> others)
    {
        var values = Read(ref reader, others.Length);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = unchecked(others[i] + values[i]);
        }
    }
}
