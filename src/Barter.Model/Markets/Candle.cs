namespace Barter.Model;

/// <summary>Prices of a span of time that ended at <paramref name="CloseTime"/>.</summary>
public readonly record struct Candle(
    Timestamp CloseTime, decimal Open, decimal High, decimal Low, decimal Close, decimal Volume, ulong TradeCount);
