using Barter.Model;
using static Barter.MarketData.Subscriptions.SubscriptionKind;

namespace Barter.MarketData.Subscriptions;

/// <summary>Which market data each exchange offers. What is not in the matrix is not offered.</summary>
public static class ExchangeCapabilities
{
    /// <summary>Whether the exchange offers any market data of instruments of the kind.</summary>
    public static bool Supports(ExchangeId exchange, MarketDataInstrumentKind kind) =>
        Offered(exchange, kind).Count > 0;

    /// <summary>Whether the exchange offers this kind of market data of instruments of the kind.</summary>
    public static bool Supports(ExchangeId exchange, MarketDataInstrumentKind kind, SubscriptionKind subscription) =>
        Offered(exchange, kind).AsSpan().Contains(subscription);

    private static ValueList<SubscriptionKind> Offered(ExchangeId exchange, MarketDataInstrumentKind kind) =>
        (exchange, kind) switch
        {
            (ExchangeId.BinanceSpot, MarketDataInstrumentKind.Spot) => [PublicTrades, OrderBooksL1, OrderBooksL2],
            (ExchangeId.BinanceFuturesUsd, MarketDataInstrumentKind.Perpetual) =>
                [PublicTrades, OrderBooksL1, OrderBooksL2, Liquidations],
            (ExchangeId.BybitSpot, MarketDataInstrumentKind.Spot) => [PublicTrades, OrderBooksL1, OrderBooksL2],
            (ExchangeId.BybitPerpetualsUsd, MarketDataInstrumentKind.Perpetual) =>
                [PublicTrades, OrderBooksL1, OrderBooksL2],
            (ExchangeId.Kraken, MarketDataInstrumentKind.Spot) => [PublicTrades, OrderBooksL1],
            (ExchangeId.Okx, _) => [PublicTrades],
            (ExchangeId.Coinbase or ExchangeId.Bitfinex or ExchangeId.GateioSpot, MarketDataInstrumentKind.Spot) =>
                [PublicTrades],
            (ExchangeId.Bitmex or ExchangeId.GateioPerpetualsUsd or ExchangeId.GateioPerpetualsBtc,
                MarketDataInstrumentKind.Perpetual) => [PublicTrades],
            (ExchangeId.GateioFuturesUsd or ExchangeId.GateioFuturesBtc, MarketDataInstrumentKind.Future) =>
                [PublicTrades],
            (ExchangeId.GateioOptions, MarketDataInstrumentKind.Option) => [PublicTrades],
            _ => [],
        };
}
