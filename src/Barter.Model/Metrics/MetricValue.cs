using System.Diagnostics;

namespace Barter.Model;

/// <summary>What was measured.</summary>
public abstract record MetricValue
{
    private MetricValue()
    {
    }

    /// <summary>The value alone, in the invariant form.</summary>
    public sealed override string ToString() => this switch
    {
        Number number => DecimalText.Format(number.Value),
        Signed signed => string.Create(null, $"{signed.Value}"),
        Unsigned unsigned => string.Create(null, $"{unsigned.Value}"),
        Flag flag => flag.Value ? "true" : "false",
        Text text => text.Value,
        _ => throw new UnreachableException($"no text for {GetType()}"),
    };

    public sealed record Number(decimal Value) : MetricValue;

    public sealed record Signed(long Value) : MetricValue;

    public sealed record Unsigned(ulong Value) : MetricValue;

    public sealed record Flag(bool Value) : MetricValue;

    public sealed record Text(string Value) : MetricValue;
}
