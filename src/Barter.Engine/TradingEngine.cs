using Barter.Engine.Audit;
using Barter.Engine.Orders;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Engine;

/// <summary>The only door to trading state: one event at a time, run to completion.</summary>
/// <remarks>Deterministic: the same settings and events give the same steps. For one thread at a time.</remarks>
public sealed class TradingEngine
{
    private readonly IStrategy _strategy;
    private readonly ClientOrderIds _ids;
    private readonly OrderBatch _batch;
    private readonly Dispatch _dispatch;
    private readonly List<EngineOutput> _outputs = [];

    public TradingEngine(EngineSettings settings)
    {
        Settings = settings;
        State = new EngineState(settings.Catalog, settings.Executions, settings.Trading, settings.Start);
        _strategy = settings.Strategy;
        _ids = new ClientOrderIds(settings.Session, settings.Strategy.Id, settings.OrdersNamed);
        _batch = new OrderBatch(settings.Catalog, settings.Strategy.Id, _ids);
        _dispatch = new Dispatch(State, settings.Strategy, settings.Risk);
    }

    /// <summary>What it is made of.</summary>
    public EngineSettings Settings { get; }

    public EngineState State { get; }

    /// <summary>The number of the next step. The first is 0.</summary>
    public ulong Sequence { get; private set; }

    /// <summary>How many orders were given a name, sent or not. Processing the same events gives the same.</summary>
    public ulong OrdersNamed => _ids.Count;

    /// <summary>Whether a shutdown was processed; nothing may be processed after it.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Processes one event.</summary>
    /// <exception cref="InvalidOperationException">The engine has stopped.</exception>
    public EngineStep Process(EngineEvent cause)
    {
        if (cause is EngineEvent.Market { Event: var market })
        {
            return Process(market);
        }

        RefuseIfStopped();
        if (Vetting.Refuse(cause, State.Catalog) is { } error)
        {
            return Finish([error]);
        }

        State.Advance(cause.Time);
        switch (cause)
        {
            case EngineEvent.Shutdown:
                IsStopped = true;
                return Finish([]);
            case EngineEvent.Commanded { Command: var command }:
                Perform(command);
                break;
            case EngineEvent.TradingStateUpdate { State: var trading }:
                Switch(trading);
                break;
            case EngineEvent.Account { Event: var account }:
                Hear(account);
                break;
            case EngineEvent.AccountReconnecting { Exchange: var exchange }:
                AccountLost(exchange);
                break;
            case EngineEvent.SessionRestarted:
                State.Restarted();
                break;
            case EngineEvent.Reconciled { Exchange: var exchange }:
                State.Reconciled(State.Catalog.Find(exchange));
                break;
            case EngineEvent.TimerElapsed timer:
                Ask("wake", timer, static (self, elapsed) => self._strategy.Wake(elapsed, self.State));
                break;
        }

        Decide();
        return Finish([]);
    }

    /// <summary>Processes one market event, without a wrapping object.</summary>
    /// <exception cref="InvalidOperationException">The engine has stopped.</exception>
    public EngineStep Process(in MarketEvent market)
    {
        RefuseIfStopped();
        if (Vetting.Refuse(market, State.Catalog) is { } error)
        {
            return Finish([error]);
        }

        if (market.IsReconnecting)
        {
            MarketLost(market.Exchange);
        }
        else
        {
            State.Advance(market.TimeExchange);
            State.Apply(market);
            See(market);
        }

        Decide();
        return Finish([]);
    }

    private void See(in MarketEvent market)
    {
        try
        {
            _strategy.See(market, State);
        }
#pragma warning disable CA1031 // The strategy is the user's: whatever it throws is told, and the engine goes on
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fault("strategy.see", exception);
        }
    }

    private void Hear(AccountEvent account)
    {
        var outcome = State.Apply(account);
        if (outcome.Anomaly != OrderAnomaly.None)
        {
            _outputs.Add(new EngineOutput.Anomaly(outcome.Anomaly, outcome.Order));
        }

        if (outcome.Exited is { } exited)
        {
            _outputs.Add(new EngineOutput.PositionExit(exited));
        }

        Ask("hear", account, static (self, told) => self._strategy.Hear(told, self.State));
    }

    private void AccountLost(ExchangeId exchange)
    {
        var index = State.Catalog.Find(exchange);
        State.Connectivity.AccountLost(index);
        _outputs.Add(new EngineOutput.AccountDisconnect(exchange, OnDisconnect(index)));
    }

    private void MarketLost(ExchangeId exchange)
    {
        var index = State.Catalog.Find(exchange);
        State.Connectivity.MarketLost(index);
        _outputs.Add(new EngineOutput.MarketDisconnect(exchange, OnDisconnect(index)));
    }

    private OrdersOutput OnDisconnect(ExchangeIndex exchange)
    {
        if (!State.IsReconciled)
        {
            return OrdersOutput.Empty;
        }

        Ask("disconnect", exchange, static (self, lost) => self._strategy.OnDisconnect(lost, self.State, self._batch));
        return Send(isAskedOfRisk: true);
    }

    private void Switch(TradingState trading)
    {
        var before = State.Trading;
        State.Trading = trading;
        if (before == TradingState.Enabled && trading == TradingState.Disabled)
        {
            Ask("trading disabled", trading, static (self, _) =>
                self._strategy.OnTradingDisabled(self.State, self._batch));
            _outputs.Add(new EngineOutput.OnTradingDisabled(Send(isAskedOfRisk: true)));
        }
    }

    private void Perform(Command command)
    {
        ActionOutput action;
        switch (command)
        {
            case Command.SendCancelRequests { Requests: var cancels }:
                action = new ActionOutput.CancelOrders(_dispatch.Cancel(cancels));
                break;
            case Command.SendOpenRequests { Requests: var opens }:
                action = new ActionOutput.OpenOrders(_dispatch.Open(opens));
                break;
            case Command.CancelOrders { Filter: var filter }:
                action = new ActionOutput.CancelOrders(_dispatch.Cancel(Cancelling.RequestsFor(filter, State)));
                break;
            case Command.ClosePositions { Filter: var filter }:
                Ask("close positions", filter, static (self, chosen) =>
                    self._strategy.ClosePositions(chosen, self.State, self._batch));
                action = new ActionOutput.ClosePositions(Send(isAskedOfRisk: false));
                break;
            default:
                throw new InvalidOperationException($"no command is called {command.GetType().Name}");
        }

        _outputs.Add(new EngineOutput.Commanded(action));
    }

    private void Decide()
    {
        if (State.Trading != TradingState.Enabled || !State.IsReconciled)
        {
            return;
        }

        try
        {
            _strategy.Decide(State, _batch);
        }
#pragma warning disable CA1031 // The strategy is the user's: whatever it throws is told, and the engine goes on
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fault("strategy.decide", exception);
            return;
        }

        if (_batch.IsEmpty)
        {
            return;
        }

        var orders = Send(isAskedOfRisk: true);
        if (!orders.IsEmpty)
        {
            _outputs.Add(new EngineOutput.AlgoOrders(orders));
        }
    }

    private void Ask<T>(string what, T about, Action<TradingEngine, T> question)
    {
        try
        {
            question(this, about);
        }
#pragma warning disable CA1031 // The strategy is the user's: whatever it throws is told, and the engine goes on
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fault($"strategy.{what}", exception);
        }
    }

    private OrdersOutput Send(bool isAskedOfRisk)
    {
        var orders = _dispatch.Send(_batch, isAskedOfRisk);
        _batch.Clear();
        if (_dispatch.TakeFault() is { } fault)
        {
            Fault(fault.Part, fault.Exception);
        }

        return orders;
    }

    private void Fault(string part, Exception exception)
    {
        _batch.Clear();
        State.Trading = TradingState.Disabled;
        _outputs.Add(new EngineOutput.Faulted(part, $"{exception.GetType().Name}: {exception.Message}"));
    }

    private EngineStep Finish(ValueList<EngineError> errors)
    {
        ValueList<EngineOutput> outputs = [];
        if (_outputs.Count > 0)
        {
            outputs = _outputs.ToValueList();
            _outputs.Clear();
        }

        var (requests, timers) = _dispatch.Take();
        return new EngineStep(Sequence++, State.Time, outputs, errors, requests, timers, IsStopped);
    }

    private void RefuseIfStopped()
    {
        if (IsStopped)
        {
            throw new InvalidOperationException("the engine has stopped: a shutdown was processed");
        }
    }
}
