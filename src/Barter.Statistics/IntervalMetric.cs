using Barter.Model;

namespace Barter.Statistics;

/// <summary>A number stated in an interval.</summary>
/// <param name="Value">None where it is undefined; the sheet says why.</param>
/// <param name="Interval">The label of the interval, such as <c>Daily</c>.</param>
public readonly record struct IntervalMetric(decimal? Value, string Interval)
{
    public override string ToString() => $"{(Value is { } value ? DecimalText.Format(value) : "undefined")} {Interval}";
}
