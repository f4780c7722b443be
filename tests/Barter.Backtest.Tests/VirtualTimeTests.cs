using Barter.Engine.Audit;
using Barter.Model;
using static Barter.Backtest.Tests.Scene;

namespace Barter.Backtest.Tests;

public sealed class VirtualTimeTests
{
    [Fact]
    public void A_market_order_is_priced_when_it_arrives_and_known_when_the_report_is_back()
    {
        var heard = new List<(Timestamp Engine, Fill Fill)>();
        var constant = new BacktestArgsConstant(
            Config(latencyMillis: 100),
            new MarketData.InMemoryMarketData(
            [
                Quote(0, 100m, 101m), Quote(49, 110m, 111m), Quote(50, 120m, 121m), Quote(51, 130m, 131m),
                Quote(500, 1m, 2m),
            ]))
        {
            OnStep = (_, cause, step) =>
            {
                if (cause is EngineEvent.Account { Event: AccountEvent.Filled { Fill: var fill } })
                {
                    heard.Add((step.Time, fill));
                }
            },
        };

        Backtester.Run(constant, Dynamic(() => Scripted.Once(0, orders => orders.Market(Btc, Side.Buy, 1m))));

        // It arrives after 50 ms, sees what the market showed at that moment, and nothing later
        var (_, only) = Assert.Single(heard);
        Assert.Equal((At(50), 121m), (only.TimeExchange, only.Price));
    }

    [Fact]
    public void A_report_is_on_its_way_for_the_second_half_of_the_latency()
    {
        var times = new List<(int Step, string What)>();
        var constant = new BacktestArgsConstant(
            Config(latencyMillis: 100),
            new MarketData.InMemoryMarketData(
                [Quote(0, 100m, 101m), Quote(99, 100m, 101m), Quote(100, 100m, 101m), Quote(101, 100m, 101m)]))
        {
            OnStep = (_, cause, step) => times.Add(((int)step.Sequence, cause switch
            {
                EngineEvent.Market { Event: var market } => $"quote {(market.TimeExchange - Start).TotalMilliseconds}",
                EngineEvent.Account { Event: AccountEvent.Filled } => "fill",
                _ => "",
            })),
        };

        Backtester.Run(constant, Dynamic(() => Scripted.Once(0, orders => orders.Market(Btc, Side.Buy, 1m))));

        var order = times.Select(row => row.What).Where(what => what.Length > 0);
        Assert.Equal(["quote 0", "quote 99", "quote 100", "fill", "quote 101"], order);
    }

    [Fact]
    public void What_is_in_flight_when_the_data_ends_still_arrives()
    {
        var result = Backtester.Run(
            Constant(Config(latencyMillis: 10_000), Quote(0, 100m, 101m)),
            Dynamic(() => Scripted.Once(0, orders => orders.Market(Btc, Side.Buy, 1m))));

        Assert.Equal((1, 1), (result.Counts.OrdersSent, result.Counts.Fills));
        Assert.Equal(Start + TimeSpan.FromSeconds(10), result.TradingSummary.TimeEngineEnd);
    }

    [Fact]
    public void Once_the_data_has_ended_no_new_orders_are_sent()
    {
        var decisions = 0;
        var result = Backtester.Run(
            Constant(Config(), Quote(0, 100m, 101m)),
            Dynamic(() => new Scripted((state, orders) =>
            {
                decisions++;
                orders.Limit(Btc, Side.Buy, 50m, 1m);
            })));

        // One for the snapshot of the account, one for the only quote
        Assert.Equal((2, 2), (decisions, result.Counts.OrdersSent));
    }

    [Fact]
    public void A_strategy_that_answers_itself_without_end_is_stopped_by_name()
    {
        var stuck = Assert.Throws<BacktestException>(() => Backtester.Run(
            Constant(Config(latencyMillis: 0), Quote(0, 100m, 101m), Quote(1, 100m, 101m)),
            Dynamic(() => new Scripted((_, orders) => orders.Market(Btc, Side.Buy, 1_000_000m)))));

        Assert.Contains(
            "strategy scripted keeps sending orders at 2025-03-01T10:00:00Z", stuck.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_for_the_day_is_gone_at_midnight_before_the_market_of_that_moment()
    {
        var midnight = (int)((Start.Midnight + TimeSpan.FromDays(1)) - Start).TotalMilliseconds;
        var states = new List<string>();
        var constant = new BacktestArgsConstant(
            Config(),
            new MarketData.InMemoryMarketData(
            [
                Quote(0, 100m, 101m), Quote(midnight - 1, 100m, 101m),
                Quote(midnight, 49m, 50m), Quote(midnight + 1_000, 49m, 50m),
            ]))
        {
            OnStep = (_, cause, _) =>
            {
                if (cause is EngineEvent.Account { Event: AccountEvent.OrderSnapshot { Order: var order } })
                {
                    states.Add(order.State.GetType().Name);
                }
            },
        };

        var result = Backtester.Run(constant, Dynamic(() => Scripted.Once(
            0, orders => orders.Limit(Btc, Side.Buy, 60m, 1m, TimeInForce.GoodUntilEndOfDay))));

        Assert.Equal(["Open", "Expired"], states);
        Assert.Equal(0, result.Counts.Fills);
    }

    [Fact]
    public void A_timer_wakes_the_strategy_between_two_market_events()
    {
        var woken = new List<Timestamp>();
        var constant = new BacktestArgsConstant(
            Config(), new MarketData.InMemoryMarketData([Quote(0, 100m, 101m), Quote(1_000, 100m, 101m)]))
        {
            OnStep = (_, cause, step) =>
            {
                if (cause is EngineEvent.TimerElapsed)
                {
                    woken.Add(step.Time);
                }
            },
        };
        var strategy = Scripted.Once(0, orders => orders.WakeAt(At(400), "later"));

        Backtester.Run(constant, Dynamic(() => strategy));

        Assert.Equal([At(400)], woken);
        Assert.True(strategy.WasWoken);
    }

    [Fact]
    public void Late_data_does_not_turn_time_back()
    {
        var times = new List<Timestamp>();
        var constant = new BacktestArgsConstant(
            Config(),
            new MarketData.InMemoryMarketData([Trade(0, 100m), Trade(50, 101m), Trade(20, 99m), Trade(60, 102m)]))
        {
            OnStep = (_, cause, step) =>
            {
                if (cause is EngineEvent.Market)
                {
                    times.Add(step.Time);
                }
            },
        };

        var result = Backtester.Run(constant, Dynamic(() => new Scripted((_, _) => { })));

        Assert.Equal([At(0), At(50), At(50), At(60)], times);
        Assert.Equal(1, result.MarketData.Late);
    }

    [Fact]
    public void Reconnect_marks_reach_the_strategy_and_the_audit_even_before_the_first_item()
    {
        var lost = new List<EngineOutput>();
        var constant = new BacktestArgsConstant(
            Config(), new MarketData.InMemoryMarketData([Lost(), Trade(0, 100m), Lost(), Trade(1, 100m)]))
        {
            OnStep = (_, _, step) => lost.AddRange(step.Outputs.OfType<EngineOutput.MarketDisconnect>()),
        };

        var result = Backtester.Run(constant, Dynamic(() => new Scripted((_, _) => { })));

        Assert.Equal(2, lost.Count);
        Assert.Equal(4, result.Counts.MarketEvents);
    }

    [Fact]
    public void Data_without_an_item_is_refused()
    {
        var refused = Assert.Throws<MarketData.MarketDataException>(() => Backtester.Run(
            Constant(Config(), Lost(), Lost()), Dynamic(() => new Scripted((_, _) => { }))));

        Assert.Contains("market data contains no events", refused.Message, StringComparison.Ordinal);
    }
}
