namespace Barter.Model;

/// <summary>The best bid and the best ask, each if there is one.</summary>
public readonly record struct OrderBookL1(Timestamp LastUpdateTime, Level? BestBid, Level? BestAsk);
