using Barter.Statistics.Primitives;

namespace Barter.Statistics.Sampling;

/// <summary>A value, or the reason for which there is none.</summary>
internal readonly record struct Metric
{
    private Metric(decimal? value, string? reason) => (Value, Reason) = (value, reason);

    public decimal? Value { get; }

    public string? Reason { get; }

    public static Metric Of(decimal value) => new(value, null);

    /// <summary>To 12 significant digits.</summary>
    public static Metric Of(double value) =>
        BinaryMath.Rounded(value) is { } rounded ? Of(rounded) : Undefined(UndefinedReason.Overflow);

    /// <summary>A value, or where there is none the reason given.</summary>
    public static Metric Of(double? value, string reason) => value is { } known ? Of(known) : Undefined(reason);

    public static Metric Undefined(string reason) => new(null, reason);

    /// <summary>A calculation of which the result may be too large.</summary>
    public static Metric Of(Func<decimal> calculation)
    {
        try
        {
            return Of(calculation());
        }
        catch (OverflowException)
        {
            return Undefined(UndefinedReason.Overflow);
        }
    }
}
