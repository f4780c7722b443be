namespace Barter.Model;

/// <summary>The zero-based position of an exchange in the <see cref="InstrumentCatalog"/>.</summary>
public readonly record struct ExchangeIndex(int Value) : IComparable<ExchangeIndex>
{
    public int CompareTo(ExchangeIndex other) => Value.CompareTo(other.Value);

    public override string ToString() => string.Create(null, $"ExchangeIndex({Value})");
}
