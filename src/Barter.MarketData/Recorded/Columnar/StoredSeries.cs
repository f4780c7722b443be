using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>What a file holds of one kind and one instrument.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="Instrument">As in <see cref="StoredInstrument"/>; none for marks that a link was lost.</param>
/// <param name="Kind">What the events tell.</param>
/// <param name="Count">Number of events.</param>
/// <param name="First">Earliest exchange time; for marks the time at which they stand in the file.</param>
/// <param name="Last">Latest exchange time, likewise.</param>
public sealed record StoredSeries(
    ExchangeId Exchange, string? Instrument, MarketEventKind Kind, long Count, Timestamp First, Timestamp Last);
