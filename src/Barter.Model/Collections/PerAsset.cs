namespace Barter.Model;

/// <summary>A table with one row for every asset, reached by <see cref="AssetIndex"/> only.</summary>
public sealed class PerAsset<T>
{
    private readonly T[] _rows;

    public PerAsset(int count, Func<AssetIndex, T> row)
    {
        _rows = new T[count];
        for (var i = 0; i < count; i++)
        {
            _rows[i] = row(new AssetIndex(i));
        }
    }

    public int Count => _rows.Length;

    public ref T this[AssetIndex index] => ref _rows[index.Value];

    /// <summary>Whether the index has a row here.</summary>
    public bool Contains(AssetIndex index) => index.Value >= 0 && index.Value < _rows.Length;

    /// <summary>All rows in index order.</summary>
    public ReadOnlySpan<T> Rows => _rows;
}
