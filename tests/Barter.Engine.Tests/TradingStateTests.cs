using Barter.Engine.Audit;
using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests;

public sealed class TradingStateTests
{
    [Theory]
    [InlineData(TradingState.Disabled, TradingState.Enabled, 0)]
    [InlineData(TradingState.Enabled, TradingState.Disabled, 1)]
    [InlineData(TradingState.Enabled, TradingState.Enabled, 0)]
    [InlineData(TradingState.Disabled, TradingState.Disabled, 0)]
    public void The_hook_is_called_when_trading_is_disabled_that_was_enabled(
        TradingState before, TradingState after, int expected)
    {
        var calls = 0;
        var engine = NewEngine(new ScriptedStrategy { OnDisabled = (_, _) => calls++ }, trading: before);

        var step = engine.Process(Trading(after));

        Assert.Equal((after, expected, expected), (engine.State.Trading, calls, step.Outputs.Count));
    }

    [Fact]
    public void Trading_is_disabled_unless_told_otherwise() => Assert.Equal(
        TradingState.Disabled,
        new EngineSettings { Catalog = Catalog, Executions = [], Strategy = new ScriptedStrategy() }.Trading);

    [Fact]
    public void The_strategy_decides_in_the_step_that_enables_trading_and_in_none_while_it_is_disabled()
    {
        var decisions = 0;
        var engine = NewEngine(new ScriptedStrategy { OnDecide = (_, _) => decisions++ });

        engine.Process(Trade(BtcUsdt, 1m, Day(1)));
        Assert.Equal(0, decisions);

        engine.Process(Trading(TradingState.Enabled));
        Assert.Equal(1, decisions);

        engine.Process(Do(new Command.CancelOrders(InstrumentFilter.All)));
        engine.Process(MarketLost(ExchangeId.BinanceSpot));
        Assert.Equal(3, decisions);
    }

    [Fact]
    public void The_state_is_kept_and_the_strategy_listens_while_trading_is_disabled()
    {
        var (seen, heard, woken) = (0, 0, 0);
        var engine = NewEngine(new ScriptedStrategy
        {
            OnSee = () => seen++,
            OnHear = _ => heard++,
            OnWake = timer => woken += timer.Name == "noon" ? 1 : 0,
        });

        engine.Process(Trade(BtcUsdt, 7m, Day(1)));
        engine.Process(BalanceTold(Usdt, 1m, 1m, Day(1)));
        engine.Process(new EngineEvent.TimerElapsed(Day(2), "noon"));

        Assert.Equal((1, 1, 1), (seen, heard, woken));
        Assert.Equal((7m, Day(2)), (engine.State[BtcUsdt].Price, engine.State.Time));
    }

    [Fact]
    public void What_the_strategy_sends_when_trading_is_disabled_goes_out()
    {
        var sell = World.Market(BtcUsdt, "last", Side.Sell);
        var engine = NewEngine(
            new ScriptedStrategy { OnDisabled = (_, orders) => orders.Open(sell) }, trading: TradingState.Enabled);

        var step = engine.Process(Trading(TradingState.Disabled));

        Assert.Equal(Opens(sell), step.Requests);
        var output = Assert.IsType<EngineOutput.OnTradingDisabled>(Assert.Single(step.Outputs));
        Assert.Equal(Sent(sell), output.Orders.Opens);
    }

    [Fact]
    public void Wishes_to_be_woken_are_handed_over_once()
    {
        var strategy = new ScriptedStrategy().Once(orders => orders.WakeAt(Day(3), "later"));
        var engine = NewEngine(strategy);

        var step = engine.Process(Trading(TradingState.Enabled));

        Assert.Equal([new EngineEvent.TimerElapsed(Day(3), "later")], step.Timers);
        Assert.Empty(step.Outputs);
        Assert.Empty(engine.Process(Trade(BtcUsdt, 1m, Day(1))).Timers);
    }
}
