namespace Barter.MarketData.Subscriptions;

/// <summary>What of a market one subscribes to.</summary>
public enum SubscriptionKind
{
    PublicTrades,

    /// <summary>The best bid and ask.</summary>
    OrderBooksL1,

    /// <summary>All levels, summed by price.</summary>
    OrderBooksL2,

    /// <summary>Every order; no exchange of the matrix offers it.</summary>
    OrderBooksL3,
    Liquidations,

    /// <summary>No exchange of the matrix offers it; candles come from recordings.</summary>
    Candles,
}
