using Barter.Engine.Audit;
using Barter.Model;

namespace Barter.Engine;

/// <summary>Refuses events that name what is not there, or count what cannot be.</summary>
internal static class Vetting
{
    /// <summary>Two factors of this size still have a product that a decimal holds.</summary>
    private const long FactorMax = 10_000_000_000_000;

    public static EngineError? Refuse(in MarketEvent market, InstrumentCatalog catalog)
    {
        if (market.IsReconnecting)
        {
            return catalog.TryFind(market.Exchange, out _) ? null : Unknown($"exchange {market.Exchange}");
        }

        if (!catalog.Contains(market.Instrument))
        {
            return Unknown($"{market.Instrument} of a market event");
        }

        if (catalog.Instruments[market.Instrument.Value].ExchangeId != market.Exchange)
        {
            return Unknown($"{market.Instrument} is not traded at {market.Exchange}");
        }

        return IsSane(market)
            ? null
            : new EngineError.OutOfRange($"{market.Kind} of {market.Instrument}: price or amount");
    }

    /// <summary>Whether an order's numbers are some that an exchange could accept.</summary>
    public static bool IsSane(OrderRequestOpen request) =>
        IsCount(request.Quantity) && (request.Price is not { } price || IsCount(price));

    public static EngineError? Refuse(EngineEvent cause, InstrumentCatalog catalog) => cause switch
    {
        EngineEvent.Account { Event: var account } => catalog.Contains(account.Exchange)
            ? Refuse(account, catalog)
            : Unknown($"{account.Exchange} of an account event"),
        EngineEvent.AccountReconnecting { Exchange: var exchange } when !catalog.TryFind(exchange, out _) =>
            Unknown($"exchange {exchange}"),
        EngineEvent.Reconciled { Exchange: var exchange } when !catalog.TryFind(exchange, out _) =>
            Unknown($"exchange {exchange}"),
        EngineEvent.Commanded { Command: Command.ClosePositions { Filter: var filter } } => Refuse(filter, catalog),
        EngineEvent.Commanded { Command: Command.CancelOrders { Filter: var filter } } => Refuse(filter, catalog),
        _ => null,
    };

    /// <summary>A filter that names what is not there would silently choose nothing.</summary>
    private static EngineError? Refuse(InstrumentFilter filter, InstrumentCatalog catalog) => filter switch
    {
        InstrumentFilter.Exchanges { Items: var items } => Refuse(items, catalog.Contains),
        InstrumentFilter.Instruments { Items: var items } => Refuse(items, catalog.Contains),
        InstrumentFilter.Underlyings { Items: var items } => Refuse(
            items, underlying => catalog.Contains(underlying.Base) && catalog.Contains(underlying.Quote)),
        _ => null,
    };

    private static EngineError.UnknownIndex? Refuse<T>(ValueList<T> items, Func<T, bool> isKnown)
    {
        foreach (var item in items)
        {
            if (!isKnown(item))
            {
                return Unknown($"{item} of a command's filter");
            }
        }

        return null;
    }

    private static EngineError? Refuse(AccountEvent account, InstrumentCatalog catalog) => account switch
    {
        AccountEvent.BalanceSnapshot { Balance: var balance } => Refuse(balance, account.Exchange, catalog),
        AccountEvent.OrderSnapshot { Order: var order } => Refuse(order, account.Exchange, catalog),
        AccountEvent.OrderCancelled { Response: var answer } => Refuse(answer.Key, account.Exchange, catalog),
        AccountEvent.Filled { Fill: var fill } => Refuse(fill, account.Exchange, catalog),
        AccountEvent.Snapshot { Account: var snapshot } => Refuse(snapshot, catalog),
        _ => null,
    };

    private static EngineError? Refuse(AccountSnapshot snapshot, InstrumentCatalog catalog)
    {
        foreach (var balance in snapshot.Balances)
        {
            if (Refuse(balance, snapshot.Exchange, catalog) is { } error)
            {
                return error;
            }
        }

        foreach (var instrument in snapshot.Instruments)
        {
            if (!catalog.Contains(instrument.Instrument))
            {
                return Unknown($"{instrument.Instrument} of an account snapshot");
            }

            foreach (var order in instrument.Orders)
            {
                if (Refuse(order, snapshot.Exchange, catalog) is { } error)
                {
                    return error;
                }
            }
        }

        return null;
    }

    private static EngineError? Refuse(AssetBalance balance, ExchangeIndex exchange, InstrumentCatalog catalog) =>
        catalog.Contains(balance.Asset) && catalog[balance.Asset].Exchange == catalog[exchange]
            ? null
            : Unknown($"{balance.Asset} of a balance at {catalog[exchange]}");

    private static EngineError? Refuse(Order order, ExchangeIndex exchange, InstrumentCatalog catalog)
    {
        if (Refuse(order.Key, exchange, catalog) is { } error)
        {
            return error;
        }

        var filled = (order.State as ActiveOrderState)?.LastOpen?.FilledQuantity ?? 0m;
        return IsSane(order.Quantity) && IsSane(filled)
            ? null
            : new EngineError.OutOfRange($"order {order.Key}: quantity or filled quantity");
    }

    private static EngineError? Refuse(OrderKey key, ExchangeIndex exchange, InstrumentCatalog catalog)
    {
        if (!catalog.Contains(key.Instrument) || catalog[key.Instrument].Exchange != exchange)
        {
            return Unknown($"{key.Instrument} of order {key} at {catalog[exchange]}");
        }

        return key.Exchange == exchange ? null : Unknown($"{key.Exchange} of order {key} told by {catalog[exchange]}");
    }

    private static EngineError? Refuse(Fill fill, ExchangeIndex exchange, InstrumentCatalog catalog)
    {
        if (!catalog.Contains(fill.Instrument) || catalog[fill.Instrument].Exchange != exchange)
        {
            return Unknown($"{fill.Instrument} of fill {fill.Id} at {catalog[exchange]}");
        }

        if (fill.Fees.Asset is { } asset && (!catalog.Contains(asset) || catalog[asset].Exchange != catalog[exchange]))
        {
            return Unknown($"{asset} of the fees of fill {fill.Id} at {catalog[exchange]}");
        }

        return fill.Quantity != 0m && IsSane(fill.Quantity) && IsSane(fill.Price) && IsSane(fill.Fees.Fees)
            ? null
            : new EngineError.OutOfRange($"fill {fill.Id}: quantity, price or fees");
    }

    private static bool IsSane(in MarketEvent market) => market.Kind switch
    {
        MarketEventKind.Trade => IsCount(market.TradePrice),
        MarketEventKind.Candle => IsCount(market.Candle.Close),
        MarketEventKind.OrderBookL1 => IsSane(market.BidPrice) && IsSane(market.BidAmount)
            && IsSane(market.AskPrice) && IsSane(market.AskAmount),
        _ => true,
    };

    private static bool IsCount(decimal number) => DecimalUnits.IsPositiveUpTo(number, FactorMax);

    private static bool IsSane(decimal factor) => factor == 0m || IsCount(Math.Abs(factor));

    private static EngineError.UnknownIndex Unknown(string what) => new(what);
}
