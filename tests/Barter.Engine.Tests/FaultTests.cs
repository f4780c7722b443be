using Barter.Engine.Audit;
using Barter.Engine.Risk;
using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests;

public sealed class FaultTests
{
    private static readonly OrderRequestOpen Wished = Limit(BtcUsdt, "wished");

    [Theory]
    [InlineData("see")]
    [InlineData("hear")]
    [InlineData("decide")]
    [InlineData("wake")]
    [InlineData("trading disabled")]
    [InlineData("disconnect")]
    [InlineData("close positions")]
    public void A_strategy_that_throws_is_told_of_and_disables_trading(string hook)
    {
        var strategy = new ScriptedStrategy();
        var engine = NewEngine(strategy, trading: TradingState.Enabled);
        var cause = Arm(strategy, hook);

        var step = engine.Process(cause);

        Assert.Equal(new EngineOutput.Faulted($"strategy.{hook}", "TimeoutException: no"), step.Outputs[0]);
        Assert.Equal(
            hook is "trading disabled" or "disconnect" or "close positions" ? 2 : 1, step.Outputs.Count);
        Assert.Empty(step.Requests);
        Assert.Empty(step.Timers);
        Assert.Empty(step.Errors);
        GoesOnWithoutTrading(engine);
    }

    [Fact]
    public void A_strategy_that_throws_when_it_is_told_of_a_refusal_is_told_of()
    {
        var strategy = new ScriptedStrategy { OnRefused = (_, _) => throw new TimeoutException("no") }
            .Once(orders => orders.Open(Wished));
        var engine = NewEngine(
            strategy, new ScriptedRisk(_ => RiskVerdict.Refuse("never")), TradingState.Enabled);

        var step = engine.Process(Trade(BtcUsdt, 1m, Day(1)));

        Assert.Equal(new EngineOutput.Faulted("strategy.refused", "TimeoutException: no"), step.Outputs[0]);
        Assert.IsType<EngineOutput.AlgoOrders>(step.Outputs[1]);
        GoesOnWithoutTrading(engine);
    }

    [Fact]
    public void A_strategy_that_throws_when_it_is_asked_about_unknown_orders_sends_nothing()
    {
        var strategy = new ScriptedStrategy { OnTradesThroughUnknown = () => throw new TimeoutException("no") };
        var engine = NewEngine(strategy, trading: TradingState.Enabled);
        engine.Process(Reported(Limit(BtcUsdt, "lost"), new ActiveOrderState.Unknown(null)));
        strategy.Once(orders => orders.Open(Wished));

        var step = engine.Process(Trade(BtcUsdt, 1m, Day(1)));

        Assert.IsType<EngineOutput.Faulted>(step.Outputs[0]);
        Assert.Empty(step.Requests);
        GoesOnWithoutTrading(engine);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("cancel")]
    public void A_risk_policy_that_throws_lets_nothing_out_and_disables_trading(string row)
    {
        var risk = new ScriptedRisk(_ => row == "open" ? throw new TimeoutException("no") : RiskVerdict.Approve)
        {
            OnCancel = _ => row == "cancel" ? throw new TimeoutException("no") : RiskVerdict.Approve,
        };
        var strategy = new ScriptedStrategy();
        var engine = NewEngine(strategy, risk, TradingState.Enabled);
        strategy.Once(orders =>
        {
            orders.Open(Wished);
            orders.Open(Limit(EthBtc, "second"));
            if (row == "cancel")
            {
                orders.Cancel(new OrderRequestCancel(Key(BtcUsdt, "other")));
            }
        });

        var step = engine.Process(Trade(BtcUsdt, 1m, Day(1)));

        Assert.Equal(new EngineOutput.Faulted("risk.check", "TimeoutException: no"), step.Outputs[0]);
        var orders = Assert.IsType<EngineOutput.AlgoOrders>(step.Outputs[1]).Orders;
        Assert.Equal(
            [new(Wished, "risk.check failed"), new(Limit(EthBtc, "second"), "risk.check failed")],
            orders.OpensRefused);
        Assert.Equal(row == "cancel" ? 1 : 0, orders.CancelsRefused.Count);
        Assert.Empty(step.Requests);
        Assert.Equal(0, engine.State[BtcUsdt].Orders.Count);
        GoesOnWithoutTrading(engine);
    }

    [Theory]
    [InlineData("no verdict")]
    [InlineData("refused for no reason")]
    public void Only_an_approval_approves(string row)
    {
        var strategy = new ScriptedStrategy().Once(orders => orders.Open(Wished));
        var risk = new ScriptedRisk(_ => row == "no verdict" ? null! : RiskVerdict.Refuse(null!));
        var engine = NewEngine(strategy, risk, TradingState.Enabled);

        var step = engine.Process(Trade(BtcUsdt, 1m, Day(1)));

        Assert.Empty(step.Requests);
        var orders = Assert.IsType<EngineOutput.AlgoOrders>(Assert.Single(step.Outputs)).Orders;
        Assert.Equal([new(Wished, "risk.check gave no answer")], orders.OpensRefused);
    }

    [Fact]
    public void What_a_strategy_wished_before_it_threw_is_never_sent()
    {
        var strategy = new ScriptedStrategy();
        var engine = NewEngine(strategy, trading: TradingState.Enabled);
        strategy.Once(orders =>
        {
            orders.Open(Wished);
            orders.WakeAt(Day(9), "never");
            throw new TimeoutException("no");
        });
        engine.Process(Trade(BtcUsdt, 1m, Day(1)));

        var step = engine.Process(Trading(TradingState.Enabled));

        Assert.True(step.IsQuiet);
        Assert.Empty(step.Requests);
        Assert.Empty(step.Timers);
        Assert.Equal(0, engine.State[BtcUsdt].Orders.Count);
    }

    [Fact]
    public void What_a_command_sent_stays_sent_when_the_strategy_throws_after_it()
    {
        var strategy = new ScriptedStrategy();
        var engine = NewEngine(strategy, trading: TradingState.Enabled);
        Arm(strategy, "decide");

        var step = engine.Process(OpenCommand(Wished));

        Assert.Equal(Opens(Wished), step.Requests);
        Assert.Equal(2, step.Outputs.Count);
        Assert.Equal(1, engine.State[BtcUsdt].Orders.Count);
    }

    /// <summary>Lets a hook wish for an order and then throw. Returns an event that calls it.</summary>
    private static EngineEvent Arm(ScriptedStrategy strategy, string hook)
    {
        void Throw(EngineState state, Barter.Engine.Strategies.OrderBatch orders)
        {
            orders.Open(Wished);
            throw new TimeoutException("no");
        }

        switch (hook)
        {
            case "see":
                strategy.OnSee = () => throw new TimeoutException("no");
                return Trade(BtcUsdt, 1m, Day(1));
            case "hear":
                strategy.OnHear = _ => throw new TimeoutException("no");
                return BalanceTold(Usdt, 1m, 1m, Day(1));
            case "wake":
                strategy.OnWake = _ => throw new TimeoutException("no");
                return new EngineEvent.TimerElapsed(Day(1), "t");
            case "decide":
                strategy.OnDecide = Throw;
                return Trade(BtcUsdt, 1m, Day(1));
            case "trading disabled":
                strategy.OnDisabled = Throw;
                return Trading(TradingState.Disabled);
            case "disconnect":
                strategy.OnLost = Throw;
                return MarketLost(ExchangeId.BinanceSpot);
            default:
                strategy.OnClose = Throw;
                return Do(new Command.ClosePositions(InstrumentFilter.All));
        }
    }

    /// <summary>State goes on being kept and commands still work.</summary>
    private static void GoesOnWithoutTrading(TradingEngine engine)
    {
        Assert.Equal(TradingState.Disabled, engine.State.Trading);
        engine.Process(Trade(EthBtc, 7m, Day(2)));
        engine.Process(Filled(FillOf(Side.Buy, 1m, 1m, instrument: EthBtc)));
        Assert.Equal((7m, 1m), (engine.State[EthBtc].Price, engine.State[EthBtc].Position!.QuantityAbs));
        Assert.Single(engine.Process(OpenCommand(Limit(BtcUsdt, "by hand"))).Requests);
    }
}
