namespace Barter.Model;

/// <summary>The zero-based position of an asset of one exchange in the <see cref="InstrumentCatalog"/>.</summary>
public readonly record struct AssetIndex(int Value) : IComparable<AssetIndex>
{
    public int CompareTo(AssetIndex other) => Value.CompareTo(other.Value);

    public override string ToString() => string.Create(null, $"AssetIndex({Value})");
}
