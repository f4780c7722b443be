using Barter.Engine.Risk;
using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Engine.Tests;

/// <summary>A strategy that does what a test tells it, and remembers what it was told.</summary>
internal sealed class ScriptedStrategy : IStrategy
{
    public StrategyId Id => World.Scripted;

    public Func<bool> OnTradesThroughUnknown { get; set; } = () => false;

    public Action<EngineState, OrderBatch> OnDecide { get; set; } = (_, _) => { };

    public Action OnSee { get; set; } = () => { };

    public Action<AccountEvent> OnHear { get; set; } = _ => { };

    public Action<OrderRequestOpen, string> OnRefused { get; set; } = (_, _) => { };

    public Action<EngineEvent.TimerElapsed> OnWake { get; set; } = _ => { };

    public Action<EngineState, OrderBatch> OnDisabled { get; set; } = (_, _) => { };

    public Action<EngineState, OrderBatch> OnLost { get; set; } = (_, _) => { };

    public Action<EngineState, OrderBatch>? OnClose { get; set; }

    public bool TradesThroughUnknown => OnTradesThroughUnknown();

    public void Decide(EngineState state, OrderBatch orders) => OnDecide(state, orders);

    public void See(in MarketEvent market, EngineState state) => OnSee();

    public void Hear(AccountEvent account, EngineState state) => OnHear(account);

    public void Refused(OrderRequestOpen request, string reason) => OnRefused(request, reason);

    public void Wake(EngineEvent.TimerElapsed timer, EngineState state) => OnWake(timer);

    public void OnTradingDisabled(EngineState state, OrderBatch orders) => OnDisabled(state, orders);

    public void OnDisconnect(ExchangeIndex exchange, EngineState state, OrderBatch orders) => OnLost(state, orders);

    public void ClosePositions(InstrumentFilter filter, EngineState state, OrderBatch orders)
    {
        if (OnClose is { } close)
        {
            close(state, orders);
        }
        else
        {
            Closing.AtMarket(filter, state, orders);
        }
    }

    /// <summary>Wishes for these at the first decision, and for nothing after.</summary>
    public ScriptedStrategy Once(Action<OrderBatch> wish)
    {
        OnDecide = (_, orders) =>
        {
            OnDecide = (_, _) => { };
            wish(orders);
        };
        return this;
    }
}

internal sealed class ScriptedRisk(Func<OrderRequestOpen, RiskVerdict> check) : IRiskPolicy
{
    public Func<OrderRequestCancel, RiskVerdict> OnCancel { get; set; } = _ => RiskVerdict.Approve;

    public RiskVerdict Check(OrderRequestOpen request, EngineState state) => check(request);

    public RiskVerdict Check(OrderRequestCancel request, EngineState state) => OnCancel(request);
}
