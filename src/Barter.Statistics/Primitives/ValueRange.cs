namespace Barter.Statistics.Primitives;

/// <summary>The highest and the lowest of the values seen; all zero before the first.</summary>
public readonly record struct ValueRange(bool Activated, decimal High, decimal Low)
{
    public decimal Range => High - Low;

    public ValueRange Add(decimal value) => Activated
        ? new ValueRange(true, Math.Max(High, value), Math.Min(Low, value))
        : new ValueRange(true, value, value);
}
