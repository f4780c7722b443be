namespace Barter.Model;

/// <summary>What a <see cref="MarketEvent"/> tells.</summary>
public enum MarketEventKind : byte
{
    /// <summary>The link to the exchange was lost and is being restored; has no instrument and no data.</summary>
    Reconnecting,
    Trade,
    OrderBookL1,
    OrderBookSnapshot,
    OrderBookUpdate,
    Candle,
    Liquidation,
}
