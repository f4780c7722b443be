using Barter.Model;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests;

public sealed class EngineTimeTests
{
    /// <summary>Times are milliseconds; 0 is a lost link, which carries none.</summary>
    [Theory]
    [InlineData("forward", 0, new[] { 1000 }, 1000)]
    [InlineData("older", 1000, new[] { 500 }, 1000)]
    [InlineData("equal", 1000, new[] { 1000 }, 1000)]
    [InlineData("in order", 0, new[] { 1000, 2000, 3000 }, 3000)]
    [InlineData("out of order", 0, new[] { 3000, 1000, 2000 }, 3000)]
    [InlineData("link lost", 1000, new[] { 0 }, 1000)]
    [InlineData("link lost in between", 0, new[] { 1000, 0, 2000 }, 2000)]
    public void The_time_of_the_engine_is_the_latest_of_its_events(string row, int start, int[] events, int expected)
    {
        var engine = NewEngine(start: At(start));

        foreach (var millis in events)
        {
            engine.Process(millis == 0 ? MarketLost(ExchangeId.BinanceSpot) : Trade(BtcUsdt, 1m, At(millis)));
        }

        Assert.True(At(expected) == engine.State.Time, row);
    }

    [Theory]
    [InlineData("market", 5)]
    [InlineData("balance", 5)]
    [InlineData("fill", 5)]
    [InlineData("order open", 5)]
    [InlineData("order without a time", 1)]
    [InlineData("cancelled", 5)]
    [InlineData("cancel refused", 1)]
    [InlineData("snapshot of balances and orders", 5)]
    [InlineData("empty snapshot", 1)]
    [InlineData("account lost", 1)]
    [InlineData("command", 1)]
    [InlineData("trading", 1)]
    [InlineData("timer", 5)]
    [InlineData("shutdown", 1)]
    public void Each_kind_of_event_carries_its_own_time(string row, int expected)
    {
        var engine = NewEngine(start: Day(1));
        var order = Limit(BtcUsdt, "a");
        var open = order.ToOrder() with { State = new ActiveOrderState.Open(new OrderId("1"), Day(5), 0m) };

        engine.Process(row switch
        {
            "market" => Trade(BtcUsdt, 1m, Day(5)),
            "balance" => BalanceTold(Usdt, 1m, 1m, Day(5)),
            "fill" => Filled(FillOf(Side.Buy, 1m, 1m, time: Day(5))),
            "order open" => Reported(order, open.State),
            "order without a time" => Reported(order, new InactiveOrderState.FullyFilled()),
            "cancelled" => Cancelled(order.Key, Day(5)),
            "cancel refused" => CancelRefused(order.Key, new OrderError.Rejected(new ApiError.RateLimit())),
            "snapshot of balances and orders" => Told(new AccountEvent.Snapshot(new AccountSnapshot(
                Binance,
                [new AssetBalance(Usdt, new Balance(1m, 1m), Day(4))],
                [new InstrumentAccountSnapshot(BtcUsdt, [open])]))),
            "empty snapshot" => Told(new AccountEvent.Snapshot(new AccountSnapshot(Binance, [], []))),
            "account lost" => new EngineEvent.AccountReconnecting(ExchangeId.BinanceSpot),
            "command" => OpenCommand(order),
            "trading" => Trading(TradingState.Enabled),
            "timer" => new EngineEvent.TimerElapsed(Day(5), "t"),
            _ => new EngineEvent.Shutdown(),
        });

        Assert.Equal(Day(expected), engine.State.Time);
    }

    [Fact]
    public void Steps_are_numbered_from_zero_without_gaps_also_where_an_event_is_refused()
    {
        var engine = NewEngine();

        Assert.Equal(0ul, engine.Process(Trade(BtcUsdt, 1m, Day(1))).Sequence);
        Assert.Equal(1ul, engine.Process(TradeEvent(XbtUsd, 1m, Day(2))).Sequence);
        Assert.Equal(2ul, engine.Process(MarketLost(ExchangeId.Other)).Sequence);
        Assert.Equal((3ul, Day(2)), (engine.Process(Trading(TradingState.Enabled)).Sequence, engine.State.Time));
        Assert.Equal(4ul, engine.Sequence);
    }

    [Fact]
    public void Nothing_is_decided_or_processed_after_a_shutdown()
    {
        var decisions = 0;
        var strategy = new ScriptedStrategy { OnDecide = (_, _) => decisions++ };
        var engine = NewEngine(strategy, trading: TradingState.Enabled);

        var step = engine.Process(new EngineEvent.Shutdown());

        Assert.Equal((true, true, 0, 0ul), (step.IsTerminal, engine.IsStopped, decisions, step.Sequence));
        Assert.True(step.ToTick(new EngineEvent.Shutdown()).IsTerminal);
        Assert.Throws<InvalidOperationException>(() => engine.Process(Trading(TradingState.Enabled)));
        Assert.Throws<InvalidOperationException>(() => engine.Process(TradeEvent(BtcUsdt, 1m, Day(1))));
        Assert.Equal(1ul, engine.Sequence);
    }
}
