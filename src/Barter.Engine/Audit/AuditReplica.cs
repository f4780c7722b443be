using Barter.Model;

namespace Barter.Engine.Audit;

/// <summary>A second state that follows an engine by its audit alone.</summary>
/// <remarks>Outputs are replayed too, so it holds what is in flight and what hooks and faults did.</remarks>
public sealed class AuditReplica
{
    /// <param name="state">The state after step <paramref name="sequence"/>; it is copied.</param>
    /// <param name="sequence">The last step that the state holds; none where it is the state before the first.</param>
    public AuditReplica(EngineState state, ulong? sequence = null) => (State, Sequence) = (state.Clone(), sequence);

    public EngineState State { get; }

    /// <summary>The last step that was applied.</summary>
    public ulong? Sequence { get; private set; }

    /// <summary>Whether the engine has ended.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Applies a tick. Returns false for one that was applied before, which changes nothing.</summary>
    /// <exception cref="AuditGapException">Ticks between the last and this one are missing.</exception>
    public bool Apply(AuditTick tick)
    {
        var next = Sequence is { } last ? last + 1 : 0;
        if (tick.Context.Sequence < next)
        {
            return false;
        }

        if (tick.Context.Sequence > next)
        {
            throw new AuditGapException(next, tick.Context.Sequence);
        }

        Sequence = next;
        HasEnded = tick.IsTerminal;
        if (tick.Event is AuditEvent.Processed { Errors.Count: 0 } processed)
        {
            Follow(processed.Event);
            foreach (var output in processed.Outputs)
            {
                Follow(output);
            }
        }

        return true;
    }

    private void Follow(EngineEvent cause)
    {
        State.Advance(cause.Time);
        switch (cause)
        {
            case EngineEvent.TradingStateUpdate { State: var trading }:
                State.Trading = trading;
                break;
            case EngineEvent.Account { Event: var account }:
                State.Apply(account);
                break;
            case EngineEvent.AccountReconnecting { Exchange: var exchange }:
                State.Connectivity.AccountLost(State.Catalog.Find(exchange));
                break;
            case EngineEvent.SessionRestarted:
                State.Restarted();
                break;
            case EngineEvent.Reconciled { Exchange: var exchange }:
                State.Reconciled(State.Catalog.Find(exchange));
                break;
            case EngineEvent.Market { Event: { IsReconnecting: true } market }:
                State.Connectivity.MarketLost(State.Catalog.Find(market.Exchange));
                break;
            case EngineEvent.Market { Event: var market }:
                State.Apply(market);
                break;
        }
    }

    private void Follow(EngineOutput output)
    {
        switch (output)
        {
            case EngineOutput.Commanded { Action: ActionOutput.CancelOrders { Cancels: var cancels } }:
                Follow(cancels);
                break;
            case EngineOutput.Commanded { Action: ActionOutput.OpenOrders { Opens: var opens } }:
                Follow(opens);
                break;
            case EngineOutput.Commanded { Action: ActionOutput.ClosePositions { Orders: var orders } }:
                Follow(orders);
                break;
            case EngineOutput.OnTradingDisabled { Orders: var orders }:
                Follow(orders);
                break;
            case EngineOutput.AccountDisconnect { Orders: var orders }:
                Follow(orders);
                break;
            case EngineOutput.MarketDisconnect { Orders: var orders }:
                Follow(orders);
                break;
            case EngineOutput.AlgoOrders { Orders: var orders }:
                Follow(orders);
                break;
            case EngineOutput.Faulted:
                State.Trading = TradingState.Disabled;
                break;
        }
    }

    private void Follow(OrdersOutput orders)
    {
        Follow(orders.Cancels);
        Follow(orders.Opens);
    }

    private void Follow(SendOutput<OrderRequestCancel> cancels)
    {
        foreach (var request in cancels.Sent)
        {
            State[request.Key.Instrument].Orders.CancelSent(request);
        }
    }

    private void Follow(SendOutput<OrderRequestOpen> opens)
    {
        foreach (var request in opens.Sent)
        {
            State[request.Key.Instrument].Orders.Opened(request);
        }
    }
}
