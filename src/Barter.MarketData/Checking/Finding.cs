using Barter.Model;

namespace Barter.MarketData.Checking;

/// <summary>How often one thing was found, and where first.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Instrument">Of which instrument; none where the kind is not about one.</param>
/// <param name="Count">How often; at least once.</param>
/// <param name="FirstEvent">The 1-based number of the first event it was found at; none for error items.</param>
/// <param name="FirstTime">Exchange time of that event; none where it has none.</param>
/// <param name="Worst">The longest gap or the farthest travel; none for other kinds.</param>
public sealed record Finding(
    FindingKind Kind, InstrumentIndex? Instrument, long Count, long? FirstEvent, Timestamp? FirstTime, TimeSpan? Worst);
