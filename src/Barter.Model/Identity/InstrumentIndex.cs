namespace Barter.Model;

/// <summary>The zero-based position of an instrument in the <see cref="InstrumentCatalog"/>.</summary>
public readonly record struct InstrumentIndex(int Value) : IComparable<InstrumentIndex>
{
    public int CompareTo(InstrumentIndex other) => Value.CompareTo(other.Value);

    public override string ToString() => string.Create(null, $"InstrumentIndex({Value})");
}
