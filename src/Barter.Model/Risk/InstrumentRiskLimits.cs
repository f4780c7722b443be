namespace Barter.Model;

/// <summary>The limits of one instrument, in place of the global ones.</summary>
/// <param name="ConfigIndex">Position in the configuration's list, which is not the catalog index.</param>
/// <param name="Limits">The limits.</param>
public sealed record InstrumentRiskLimits(int ConfigIndex, RiskLimits Limits);
