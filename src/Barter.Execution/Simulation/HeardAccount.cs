using System.Globalization;
using Barter.Model;

namespace Barter.Execution.Simulation;

/// <summary>
/// Our account at a simulated exchange as far as it was told: what is needed to build the exchange again.
/// </summary>
/// <remarks>
/// Balances follow from the fills and not from the balances that were told: a trade is told in several reports, and
/// whoever has heard only the first of them would have been paid without having traded.
/// </remarks>
/// <param name="catalog">Names its assets and instruments.</param>
public sealed class HeardAccount(InstrumentCatalog catalog)
{
    private readonly decimal[] _earned = new decimal[catalog.Assets.Count];
    private long _lastTrade;
    private long _lastOrder;

    /// <summary>Takes a report in, each once and in their order.</summary>
    public void Hear(AccountEvent report)
    {
        switch (report)
        {
            case AccountEvent.Filled { Fill: var fill }:
                Settle(fill);
                break;
            case AccountEvent.OrderSnapshot { Order.State: ActiveOrderState.Open { Id: var id } }:
                _lastOrder = Math.Max(_lastOrder, NumberOf(id.Value));
                break;
            case AccountEvent.Snapshot { Account: var account }:
                foreach (var order in account.Instruments.SelectMany(instrument => instrument.Orders))
                {
                    _lastOrder = Math.Max(_lastOrder, NumberOf((order.State as ActiveOrderState.Open)?.Id.Value));
                }

                break;
        }
    }

    /// <summary>The settings of an exchange on which nothing has happened but what was told.</summary>
    /// <param name="exchange">Which exchange of the catalog it plays.</param>
    /// <param name="initial">What it began with.</param>
    /// <param name="active">The orders that are active as far as was told.</param>
    /// <param name="markets">What its markets told last.</param>
    public SimulatedExchangeSettings Resume(
        ExchangeIndex exchange,
        SimulatedExchangeSettings initial,
        IReadOnlyCollection<Order> active,
        ValueList<MarketEvent> markets)
    {
        ArgumentNullException.ThrowIfNull(initial);
        ArgumentNullException.ThrowIfNull(active);
        var told = active
            .Where(order => order.State is ActiveOrderState { LastOpen: not null })
            .Select(order => order with { State = ((ActiveOrderState)order.State).LastOpen! })
            .ToArray();
        var began = new SimulatedExchange(exchange, catalog, initial).Ledger;
        var settings = initial with
        {
            Balances = BalancesOf(exchange, began, static (_, total) => new Balance(total, total)),
            OpenOrders = told.Where(Rests).ToValueList(),
            EndedOrders = told.Where(order => !Rests(order)).Select(Ended).ToValueList(),
            LastTradeNumber = _lastTrade,
            LastOrderNumber = _lastOrder,
            Markets = markets,
        };
        var held = new SimulatedExchange(exchange, catalog, settings).Ledger;
        return settings with
        {
            Balances = BalancesOf(exchange, began, (asset, total) => new Balance(
                total,
                total - Math.Min(
                    total, held[asset, LedgerAccount.Reserved] + began[asset, LedgerAccount.Locked]))),
        };
    }

    private ValueList<AssetBalance> BalancesOf(
        ExchangeIndex exchange, Ledger began, Func<AssetIndex, decimal, Balance> balance) => Enumerable
        .Range(0, catalog.Assets.Count)
        .Select(index => new AssetIndex(index))
        .Where(asset => catalog[asset].Exchange == catalog[exchange])
        .Select(asset => new AssetBalance(
            asset, balance(asset, began.BalanceOf(asset).Total + _earned[asset.Value]), Timestamp.Epoch))
        .ToValueList();

    private void Settle(Fill fill)
    {
        var (@base, quote) = (catalog[fill.Instrument].Underlying.Base, catalog[fill.Instrument].Underlying.Quote);
        var sign = fill.Side == Side.Buy ? 1m : -1m;
        _earned[@base.Value] += sign * fill.Quantity;
        _earned[quote.Value] -= (sign * Amounts.Cut(fill.Price * fill.Quantity)) + fill.Fees.Fees;
        _lastTrade = Math.Max(_lastTrade, NumberOf(fill.Id.Value));
    }

    private static bool Rests(Order order) =>
        order is
        {
            Kind: OrderKind.Limit,
            TimeInForce.Kind: not (TimeInForce.Kinds.ImmediateOrCancel or TimeInForce.Kinds.FillOrKill),
        };

    private static Order Ended(Order order)
    {
        var open = (ActiveOrderState.Open)order.State;
        return order with { State = new InactiveOrderState.Cancelled(open.Id, open.Time) };
    }

    private static long NumberOf(string? id) =>
        long.TryParse(id, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
