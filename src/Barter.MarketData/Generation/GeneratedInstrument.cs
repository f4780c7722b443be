using Barter.Model;

namespace Barter.MarketData.Generation;

/// <summary>An instrument of a made-up market.</summary>
/// <param name="Instrument">Which one.</param>
/// <param name="InitialPrice">Where its price begins and what it is drawn to; 0.00000001 to 1 000 000 000.</param>
/// <param name="TickSize">
/// The price grid; none means that of the instrument's spec, or else the power of ten of which the price has 10 000 to
/// 100 000.
/// </param>
public sealed record GeneratedInstrument(InstrumentIndex Instrument, decimal InitialPrice, decimal? TickSize = null);
