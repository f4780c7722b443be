namespace Barter.Model;

/// <summary>The limits of a system: for all instruments, and for some in place of those.</summary>
/// <param name="Global">For instruments without limits of their own; none means unlimited.</param>
/// <param name="Instruments">Sorted by position in the configuration, each position once.</param>
public sealed record RiskConfiguration(RiskLimits? Global, ValueList<InstrumentRiskLimits> Instruments)
{
    public static RiskConfiguration Unlimited { get; } = new(null, []);

    /// <summary>The instrument's own limits, or none; positions are those of the configuration's list.</summary>
    public RiskLimits? ForInstrument(int configIndex) =>
        Instruments.FirstOrDefault(row => row.ConfigIndex == configIndex)?.Limits;
}
