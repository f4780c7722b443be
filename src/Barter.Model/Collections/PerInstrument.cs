namespace Barter.Model;

/// <summary>A table with one row for every instrument, reached by <see cref="InstrumentIndex"/> only.</summary>
public sealed class PerInstrument<T>
{
    private readonly T[] _rows;

    public PerInstrument(int count, Func<InstrumentIndex, T> row)
    {
        _rows = new T[count];
        for (var i = 0; i < count; i++)
        {
            _rows[i] = row(new InstrumentIndex(i));
        }
    }

    public int Count => _rows.Length;

    public ref T this[InstrumentIndex index] => ref _rows[index.Value];

    /// <summary>Whether the index has a row here.</summary>
    public bool Contains(InstrumentIndex index) => index.Value >= 0 && index.Value < _rows.Length;

    /// <summary>All rows in index order.</summary>
    public ReadOnlySpan<T> Rows => _rows;
}
