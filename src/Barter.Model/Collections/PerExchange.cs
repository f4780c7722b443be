namespace Barter.Model;

/// <summary>A table with one row for every exchange, reached by <see cref="ExchangeIndex"/> only.</summary>
public sealed class PerExchange<T>
{
    private readonly T[] _rows;

    public PerExchange(int count, Func<ExchangeIndex, T> row)
    {
        _rows = new T[count];
        for (var i = 0; i < count; i++)
        {
            _rows[i] = row(new ExchangeIndex(i));
        }
    }

    public int Count => _rows.Length;

    public ref T this[ExchangeIndex index] => ref _rows[index.Value];

    /// <summary>Whether the index has a row here.</summary>
    public bool Contains(ExchangeIndex index) => index.Value >= 0 && index.Value < _rows.Length;

    /// <summary>All rows in index order.</summary>
    public ReadOnlySpan<T> Rows => _rows;
}
