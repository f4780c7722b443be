using Barter.Model;

namespace Barter.Cli.Sessions;

/// <summary>Events in words, with the names of instruments.</summary>
internal static class EventWords
{
    public static string Of(EngineEvent told, InstrumentCatalog catalog) => told switch
    {
        EngineEvent.Market { Event: var market } => Of(market, catalog),
        EngineEvent.Account { Event: var account } => Of(account, catalog),
        EngineEvent.Shutdown => "the session was shut down",
        EngineEvent.Commanded { Command: var command } => $"a command was given: {command.GetType().Name}",
        EngineEvent.TradingStateUpdate { State: var state } => $"trading was {(
            state == TradingState.Enabled ? "enabled" : "disabled")}",
        EngineEvent.AccountReconnecting { Exchange: var exchange } =>
            $"the link to the account at {exchange.ToWire()} was lost",
        EngineEvent.SessionRestarted => "the session was started again",
        EngineEvent.Reconciled { Exchange: var exchange } => $"{exchange.ToWire()} confirmed our account",
        EngineEvent.TimerElapsed timer => $"timer '{timer.Name}' of {timer.At} elapsed",
        _ => told.GetType().Name,
    };

    public static string Of(in MarketEvent market, InstrumentCatalog catalog)
    {
        if (market.IsReconnecting)
        {
            return $"the link to market data of {market.Exchange.ToWire()} was lost";
        }

        var name = catalog.Contains(market.Instrument) ? catalog[market.Instrument].Name : $"{market.Instrument}";
        return market.Kind switch
        {
            MarketEventKind.Trade => $"trade of {name}: {DecimalText.Format(market.TradeAmount)} at "
                + DecimalText.Format(market.TradePrice),
            MarketEventKind.OrderBookL1 => $"quote of {name}: bid {(
                market.HasBid ? DecimalText.Format(market.BidPrice) : "none")}, ask {(
                market.HasAsk ? DecimalText.Format(market.AskPrice) : "none")}",
            MarketEventKind.Candle => $"candle of {name}, close {DecimalText.Format(market.Candle.Close)}",
            MarketEventKind.Liquidation => $"liquidation of {name}",
            _ => $"book of {name}",
        };
    }

    private static string Of(AccountEvent account, InstrumentCatalog catalog) => account switch
    {
        AccountEvent.Snapshot => $"account snapshot of {catalog.Exchanges[account.Exchange.Value].ToWire()}",
        AccountEvent.BalanceSnapshot { Balance: var balance } => $"balance of {catalog[balance.Asset]}",
        AccountEvent.OrderSnapshot { Order: var order } => $"report of order {order.Key.ClientOrderId}: {order.State}",
        AccountEvent.OrderCancelled { Response: { Error: { } error } answer } =>
            $"order {answer.Key.ClientOrderId} could not be cancelled: {error}",
        AccountEvent.OrderCancelled { Response: var answer } => $"order {answer.Key.ClientOrderId} was cancelled",
        AccountEvent.Filled { Fill: var fill } => $"fill of {catalog[fill.Instrument].Name}: "
            + $"{DecimalText.Format(fill.Quantity)} at {DecimalText.Format(fill.Price)}",
        _ => account.GetType().Name,
    };
}
