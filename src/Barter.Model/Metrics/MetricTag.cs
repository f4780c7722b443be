namespace Barter.Model;

/// <summary>By what metrics are grouped, such as <c>exchange=okx</c>; sorted by key, then by value.</summary>
public readonly record struct MetricTag(string Key, string Value) : IComparable<MetricTag>
{
    public int CompareTo(MetricTag other) => string.CompareOrdinal(Key, other.Key) is not 0 and var order
        ? order
        : string.CompareOrdinal(Value, other.Value);

    public override string ToString() => $"{Key}={Value}";
}
