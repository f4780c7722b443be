namespace Barter.Model;

/// <summary>Narrows a <see cref="MarketEvent"/> to its payload, or to none where it tells something else.</summary>
public static class MarketEvents
{
    public static PublicTrade? AsTrade(this in MarketEvent told) =>
        told.Kind == MarketEventKind.Trade ? told.Trade : null;

    public static OrderBookL1? AsL1(this in MarketEvent told) =>
        told.Kind == MarketEventKind.OrderBookL1 ? told.L1 : null;

    /// <summary>The levels of a snapshot or an update; <see cref="MarketEvent.Kind"/> tells which it is.</summary>
    public static OrderBookLevels? AsLevels(this in MarketEvent told) =>
        told.Kind is MarketEventKind.OrderBookSnapshot or MarketEventKind.OrderBookUpdate ? told.Levels : null;

    public static Candle? AsCandle(this in MarketEvent told) =>
        told.Kind == MarketEventKind.Candle ? told.Candle : null;

    public static Liquidation? AsLiquidation(this in MarketEvent told) =>
        told.Kind == MarketEventKind.Liquidation ? told.Liquidation : null;
}
