using Barter.Model;

namespace Barter.MarketData.Checking;

/// <summary>What there is of one instrument.</summary>
/// <param name="Instrument">Which one.</param>
/// <param name="First">The earliest exchange time of its events.</param>
/// <param name="Last">The latest exchange time of its events.</param>
/// <param name="ByKind">How many events of each kind that occurs, in the order of the kinds.</param>
public sealed record InstrumentCounts(
    InstrumentIndex Instrument, Timestamp First, Timestamp Last, ValueList<(MarketEventKind Kind, long Count)> ByKind);
