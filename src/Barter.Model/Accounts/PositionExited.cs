namespace Barter.Model;

/// <summary>A position that was closed, with what it earned. Amounts are in the instrument's profit asset.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Side">Buy for a long position, sell for a short one.</param>
/// <param name="PriceEntryAverage">Average price of the fills that opened and increased it.</param>
/// <param name="QuantityAbsMax">Its largest size.</param>
/// <param name="PnlRealised">Profit after all fees.</param>
/// <param name="FeesEnter">Fees of the fills that opened and increased it.</param>
/// <param name="FeesExit">Fees of the fills that reduced and closed it.</param>
/// <param name="TimeEnter">Time of its first fill.</param>
/// <param name="TimeExit">Time of its last fill.</param>
/// <param name="Trades">Every fill, in order.</param>
public sealed record PositionExited(
    InstrumentIndex Instrument,
    Side Side,
    decimal PriceEntryAverage,
    decimal QuantityAbsMax,
    decimal PnlRealised,
    decimal FeesEnter,
    decimal FeesExit,
    Timestamp TimeEnter,
    Timestamp TimeExit,
    ValueList<TradeId> Trades);
