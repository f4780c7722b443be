namespace Barter.Model;

/// <summary>A part of one of our orders that traded.</summary>
/// <param name="Id">The exchange's id of the fill.</param>
/// <param name="OrderId">The exchange's id of the order.</param>
/// <param name="Instrument">What traded.</param>
/// <param name="Strategy">Whose order it was.</param>
/// <param name="TimeExchange">When it traded.</param>
/// <param name="Side">The side of our order.</param>
/// <param name="Price">Quote per unit of base (or per contract unit).</param>
/// <param name="Quantity">Positive.</param>
/// <param name="Fees">What it cost.</param>
public sealed record Fill(
    TradeId Id,
    OrderId OrderId,
    InstrumentIndex Instrument,
    StrategyId Strategy,
    Timestamp TimeExchange,
    Side Side,
    decimal Price,
    decimal Quantity,
    AssetFees Fees)
{
    /// <summary>
    /// Whether it stands for trades that the exchange no longer lists: made up from the position that it states.
    /// </summary>
    public bool IsBridge => Id.IsBridge;

    /// <summary>Price times quantity.</summary>
    public decimal ValueQuote => Price * Math.Abs(Quantity);
}
