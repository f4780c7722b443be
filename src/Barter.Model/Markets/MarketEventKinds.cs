using System.Diagnostics;

namespace Barter.Model;

/// <summary>What logs and metrics call a <see cref="MarketEventKind"/>.</summary>
public static class MarketEventKinds
{
    /// <summary>Such as <c>public_trade</c>, <c>l1</c> or <c>candle</c>; both kinds of book events are l2.</summary>
    public static string ToWord(this MarketEventKind kind) => kind switch
    {
        MarketEventKind.Reconnecting => "reconnecting",
        MarketEventKind.Trade => "public_trade",
        MarketEventKind.OrderBookL1 => "l1",
        MarketEventKind.OrderBookSnapshot or MarketEventKind.OrderBookUpdate => "l2",
        MarketEventKind.Candle => "candle",
        MarketEventKind.Liquidation => "liquidation",
        _ => throw new UnreachableException($"no word for {kind}"),
    };
}
