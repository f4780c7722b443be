using Barter.Engine.Audit;
using Barter.Model;

namespace Barter.Engine;

/// <summary>Refuses events that name what is not there, or count what cannot be.</summary>
internal static class Vetting
{
    /// <summary>Two factors of this size still have a product that a decimal holds.</summary>
    private const decimal FactorMax = 10_000_000_000_000m;

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

        return catalog.Instruments[market.Instrument.Value].ExchangeId == market.Exchange
            ? null
            : Unknown($"{market.Instrument} is not traded at {market.Exchange}");
    }

    public static EngineError? Refuse(EngineEvent cause, InstrumentCatalog catalog) => cause switch
    {
        EngineEvent.Account { Event: var account } => catalog.Contains(account.Exchange)
            ? Refuse(account, catalog)
            : Unknown($"{account.Exchange} of an account event"),
        EngineEvent.AccountReconnecting { Exchange: var exchange } when !catalog.TryFind(exchange, out _) =>
            Unknown($"exchange {exchange}"),
        _ => null,
    };

    private static EngineError? Refuse(AccountEvent account, InstrumentCatalog catalog) => account switch
    {
        AccountEvent.BalanceSnapshot { Balance: var balance } => Refuse(balance, account.Exchange, catalog),
        AccountEvent.OrderSnapshot { Order: var order } => Refuse(order.Key, account.Exchange, catalog),
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
                if (order.Key.Instrument != instrument.Instrument)
                {
                    return Unknown(
                        $"order instrument {order.Key.Instrument} does not match snapshot instrument {instrument.Instrument}");
                }

                if (Refuse(order.Key, snapshot.Exchange, catalog) is { } error)
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

        return fill.Quantity != 0m && IsSane(fill.Quantity) && IsSane(fill.Price) && IsSane(fill.Fees.Fees)
            ? null
            : new EngineError.OutOfRange($"fill {fill.Id}: quantity, price or fees");
    }

    private static bool IsSane(decimal factor) => Math.Abs(factor) <= FactorMax;

    private static EngineError.UnknownIndex Unknown(string what) => new(what);
}
