using Barter.Statistics;

namespace Barter.Actors;

/// <summary>How a system did.</summary>
/// <param name="TradingSummary">The figures.</param>
/// <param name="AuditDigest">A hash over every step of the engine, in hexadecimal.</param>
public sealed record SystemSummary(TradingSummary TradingSummary, string AuditDigest);
