using Barter.Engine.Audit;
using Barter.Model;

namespace Barter.TestKit.Running;

/// <summary>Steps of an audit as people read them.</summary>
internal sealed class AuditText(InstrumentCatalog catalog)
{
    public string Of(AuditTick tick)
    {
        var head = string.Create(null, $"  #{tick.Context.Sequence,-3} {tick.Context.Time} ");
        if (tick.Event is not AuditEvent.Processed processed)
        {
            return $"{head}the feed ended";
        }

        var lines = processed.Outputs.SelectMany(Of)
            .Concat(processed.Errors.Select(error => $"refused: {error}"))
            .Select(line => $"\n         -> {line}");
        return head + Of(processed.Event) + string.Concat(lines);
    }

    private string Of(EngineEvent cause) => cause switch
    {
        EngineEvent.Market { Event: var market } => Of(market),
        EngineEvent.Account { Event: var account } => Of(account),
        EngineEvent.AccountReconnecting { Exchange: var exchange } =>
            $"link to the account at {exchange.ToWire()} lost",
        EngineEvent.TradingStateUpdate { State: var state } => $"trading {state}",
        EngineEvent.TimerElapsed { Name: var name } => $"timer {name}",
        EngineEvent.SessionRestarted => "session restarted",
        EngineEvent.Reconciled { Exchange: var exchange } => $"account at {exchange.ToWire()} reconciled",
        EngineEvent.Commanded { Command: var command } => $"command {command.GetType().Name}",
        _ => cause.GetType().Name,
    };

    private string Of(in MarketEvent market) => market.Kind switch
    {
        MarketEventKind.Reconnecting => $"link to the market of {market.Exchange.ToWire()} lost",
        MarketEventKind.Trade =>
            $"trade {Name(market.Instrument)} {Number(market.TradeAmount)} at {Number(market.TradePrice)}",
        MarketEventKind.OrderBookL1 =>
            $"quote {Name(market.Instrument)} {Number(market.BidPrice)} / {Number(market.AskPrice)}",
        _ => $"{market.Kind} {Name(market.Instrument)}",
    };

    private string Of(AccountEvent account) => account switch
    {
        AccountEvent.Snapshot { Account: var told } =>
            $"account: {told.Balances.Count} balances, {told.Instruments.Sum(row => row.Orders.Count)} open orders",
        AccountEvent.BalanceSnapshot { Balance: var row } =>
            $"balance {catalog[row.Asset].Asset} {Number(row.Balance.Total)}, {Number(row.Balance.Free)} free",
        AccountEvent.OrderSnapshot { Order: var order } => $"order {order.Key.ClientOrderId} is {Of(order.State)}",
        AccountEvent.OrderCancelled { Response: { Error: { } error } answer } =>
            $"cancel of {answer.Key.ClientOrderId} failed: {error}",
        AccountEvent.OrderCancelled { Response: var answer } => $"order {answer.Key.ClientOrderId} is cancelled",
        AccountEvent.Filled { Fill: var fill } => $"fill {fill.Id} of order {fill.OrderId}: {fill.Side} "
            + $"{Number(fill.Quantity)} {Name(fill.Instrument)} at {Number(fill.Price)}",
        _ => account.GetType().Name,
    };

    private static string Of(OrderState state) => state switch
    {
        ActiveOrderState.Open open => $"open as {open.Id}, {Number(open.FilledQuantity)} filled",
        InactiveOrderState.OpenFailed { Error: var error } => $"failed: {error}",
        _ => state.GetType().Name,
    };

    private IEnumerable<string> Of(EngineOutput output) => output switch
    {
        EngineOutput.AlgoOrders { Orders: var orders } => Of(orders),
        EngineOutput.OnTradingDisabled { Orders: var orders } => Of(orders),
        EngineOutput.AccountDisconnect { Orders: var orders } => Of(orders),
        EngineOutput.MarketDisconnect { Orders: var orders } => Of(orders),
        EngineOutput.PositionExit { Position: var exited } =>
            [$"position closed: {Number(exited.PnlRealised)} earned"],
        EngineOutput.Anomaly anomaly => [$"anomaly {anomaly.Kind} {anomaly.Order?.ClientOrderId}".TrimEnd()],
        EngineOutput.Faulted fault => [$"{fault.Part} threw {fault.Message}"],
        _ => [output.GetType().Name],
    };

    private IEnumerable<string> Of(OrdersOutput orders) =>
    [
        .. orders.Cancels.Sent.Select(request => $"cancel {request.Key.ClientOrderId}"),
        .. orders.Opens.Sent.Select(request => $"send {Of(request)}"),
        .. orders.Opens.Errors.Select(row => $"not sent, {row.Reason}: {Of(row.Request)}"),
        .. orders.OpensRefused.Select(row => $"not sent, {row.Reason}: {Of(row.Item)}"),
        .. orders.CancelsRefused.Select(row => $"cancel not sent, {row.Reason}: {row.Item.Key.ClientOrderId}"),
    ];

    private string Of(OrderRequestOpen request) => $"{request.Side} {Number(request.Quantity)} "
        + $"{Name(request.Key.Instrument)} {(request.Price is { } price ? $"at {Number(price)}" : "at market")} "
        + $"as {request.Key.ClientOrderId}";

    private string Name(InstrumentIndex index) =>
        catalog.Contains(index) ? catalog[index].Definition.NameExchange : $"{index}";

    private static string Number(decimal number) => DecimalText.Format(number);
}
