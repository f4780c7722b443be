using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Engine.Orders;
using Barter.Execution.Simulation;
using Barter.Model;

namespace Barter.Actors.Tests.Simulation;

/// <summary>Compares what the engine believes to the exchange's own books, once nothing is on its way.</summary>
internal sealed class Ledgers
{
    private readonly HashSet<ClientOrderId> _sent = [];
    private readonly HashSet<ClientOrderId> _refused = [];
    private readonly HashSet<TradeId> _fills = [];

    public int Orders => _sent.Count;

    public int Fills => _fills.Count;

    public int Faulted { get; private set; }

    public int LinksLost { get; private set; }

    /// <summary>Notes what a step sent and heard. Every report must come once.</summary>
    public void Note(AuditTick tick)
    {
        var processed = Assert.IsType<AuditEvent.Processed>(tick.Event);
        Assert.Empty(processed.Errors);
        switch (processed.Event)
        {
            case EngineEvent.Account { Event: AccountEvent.Filled { Fill: var fill } }:
                // An exchange that is asked states what its reports tell as well; it counts once
                Assert.True(_fills.Add(fill.Id) || IsEcho(processed), $"fill {fill.Id} counted twice");
                break;
            case EngineEvent.Account
            {
                Event: AccountEvent.OrderSnapshot { Order: { State: InactiveOrderState.OpenFailed failed } order },
            }
                when !failed.Error.LeavesOutcomeUnknown:
                Assert.True(
                    _refused.Add(order.Key.ClientOrderId) || IsEcho(processed), $"{order.Key} was refused twice");
                break;
            case EngineEvent.AccountReconnecting:
                LinksLost++;
                break;
        }

        foreach (var open in processed.Outputs.SelectMany(OpensOf))
        {
            Assert.True(_sent.Add(open.Key.ClientOrderId), $"{open.Key} was sent twice");
        }

        Faulted += processed.Outputs.Count(output => output is EngineOutput.Faulted);
    }

    public static bool AreKnown(EngineState state) =>
        ActiveOf(state).All(order => order.State is ActiveOrderState.Open);

    /// <summary>Whether everything that was asked is answered.</summary>
    public static void DemandKnown(EngineState state) => Assert.All(
        ActiveOf(state), order => Assert.True(order.State is ActiveOrderState.Open, $"{order.Key} is {order.State}"));

    public void DemandEqual(EngineState before, EngineState state, SimulatedExchange exchange)
    {
        DemandKnown(state);
        Assert.True(exchange.Ledger.IsBalanced());
        var account = exchange.Snapshot(Timestamp.MaxValue);
        Assert.Equal(
            account.Instruments.SelectMany(row => row.Orders).Select(Text).Order(),
            ActiveOf(state).Select(Text).Order());
        foreach (var balance in account.Balances)
        {
            Assert.Equal(balance.Balance, state[balance.Asset].Latest!.Balance);
        }

        foreach (var row in state.Instruments.ToArray())
        {
            var asset = row.Instrument.Underlying.Base;
            Assert.Equal(
                exchange.Ledger.BalanceOf(asset).Total - before[asset].Total,
                row.Position?.QuantitySigned ?? 0m);
        }

        Assert.True(_fills.SetEquals(Enumerable.Range(1, Fills).Select(id => new TradeId($"{id}"))));
        Assert.All(_sent, id => Assert.True(
            exchange.Find(id) is not null || _refused.Contains(id), $"the exchange never had {id}"));
        Assert.All(
            _refused, id => Assert.True(exchange.Find(id) is null, $"{id} was refused, and the exchange has it"));
    }

    /// <summary>Whether the engine knew already what it was told.</summary>
    private static bool IsEcho(AuditEvent.Processed told) => told.Outputs.Any(
        output => output is EngineOutput.Anomaly { Kind: OrderAnomaly.Repeated or OrderAnomaly.Finished });

    private static string Text(Order order) => $"{order.Key} {order.Side} {order.Quantity} {order.Price} {order.State}";

    private static IEnumerable<Order> ActiveOf(EngineState state)
    {
        var active = new List<Order>();
        foreach (var row in state.Instruments)
        {
            for (var at = 0; at < row.Orders.Count; at++)
            {
                active.Add(row.Orders[at]);
            }
        }

        return active;
    }

    private static IEnumerable<OrderRequestOpen> OpensOf(EngineOutput output) => output switch
    {
        EngineOutput.AlgoOrders { Orders: var orders } => orders.Opens.Sent,
        EngineOutput.OnTradingDisabled { Orders: var orders } => orders.Opens.Sent,
        EngineOutput.AccountDisconnect { Orders: var orders } => orders.Opens.Sent,
        EngineOutput.MarketDisconnect { Orders: var orders } => orders.Opens.Sent,
        EngineOutput.Commanded { Action: ActionOutput.OpenOrders { Opens: var opens } } => opens.Sent,
        EngineOutput.Commanded { Action: ActionOutput.ClosePositions { Orders: var orders } } => orders.Opens.Sent,
        _ => [],
    };
}
