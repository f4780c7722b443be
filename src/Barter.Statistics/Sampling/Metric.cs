namespace Barter.Statistics.Sampling;

/// <summary>A value, or the reason for which there is none.</summary>
internal readonly record struct Metric
{
    private Metric(decimal? value, string? reason) => (Value, Reason) = (value, reason);

    public decimal? Value { get; }

    public string? Reason { get; }

    public static Metric Of(decimal value) => new(value, null);

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
