using Barter.Backtest;
using Barter.Engine;
using Barter.Engine.Strategies;
using Barter.MarketData;
using Barter.Model;

namespace Barter.TestKit.Tests;

public sealed class ScenarioTests
{
    [Theory]
    [InlineData("flipper at market")]
    [InlineData("flipper resting")]
    [InlineData("quoter")]
    public void Without_faults_the_steps_are_those_of_a_backtest(string name)
    {
        IStrategy Strategy() => name switch
        {
            "flipper at market" => new Flipper(isResting: false),
            "flipper resting" => new Flipper(isResting: true),
            _ => ShippedStrategies.Create("quoter", []),
        };
        var scenario = new Scenario().Given(
            Market.Quotes((99m, 101m), (98m, 100m)), Market.Drop(), Market.Walk(40), Market.Quote(90m, 110m),
            Market.On("ETHUSDT"), Market.Walk(10, 20m), Market.ClockJump(TimeSpan.FromHours(-1)), Market.Walk(5, 20m));
        var result = scenario.Run(Strategy(), seed: 3);
        var market = result.Ticks
            .Select(tick => tick.Event)
            .OfType<Engine.Audit.AuditEvent.Processed>()
            .Select(processed => processed.Event)
            .OfType<EngineEvent.Market>()
            .Select(told => told.Event);

        var backtest = Backtester.Run(
            new BacktestArgsConstant(scenario.Config, new InMemoryMarketData(market)),
            new BacktestArgsDynamic("scenario", 0m, Strategy));

        Assert.True(result.Orders.Count > 2);
        result.Then(Expect.AuditDigest(backtest.AuditDigest));
    }

    [Fact]
    public void A_hasty_strategy_is_caught_and_the_message_shows_how()
    {
        var result = new Scenario().Given(Market.Trades(100m, 101m, 102m, 103m))
            .When(Fault.AckLost())
            .Run(new BuyOnce(isHasty: true), seed: 7);

        var failure = Assert.Throws<ExpectationFailedException>(
            () => result.Then(Expect.NoDuplicateOrders(), Expect.OrdersSent(1), Expect.NoLostFills()));

        var lines = failure.Message.Split('\n');
        Assert.Equal("2 of 3 expectation(s) failed (seed 7, faults [AckLost(1)])", lines[0]);
        Assert.StartsWith(
            "  no duplicate orders: order 2 (Buy 1 at market 0:0:buy-once:", lines[1], StringComparison.Ordinal);
        Assert.Contains(
            "was sent while order 1 of the same terms was not over, in step #", lines[1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("  1 order(s) sent: came ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("last 12 of ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("position", "position 2: came 1")]
    [InlineData("balance", "5 usdt: came 9900")]
    [InlineData("beyond", "position never beyond 0.5: 1, in step #")]
    [InlineData("open", "3 open order(s): came 0")]
    [InlineData("digest", "audit digest ff: came ")]
    [InlineData("audit", "short: it does not hold")]
    [InlineData("that", "lucky: it does not hold")]
    [InlineData("anomaly", "anomaly Stale: none")]
    public void An_expectation_says_what_came_instead(string which, string text)
    {
        Expectation expectation = which switch
        {
            "position" => Expect.Position(2m),
            "balance" => Expect.Balance("usdt", 5m),
            "beyond" => Expect.PositionNeverBeyond(0.5m, "BTCUSDT"),
            "open" => Expect.OpenOrders(3),
            "digest" => Expect.AuditDigest("ff"),
            "audit" => Expect.Audit("short", ticks => ticks.Count < 3),
            "that" => Expect.That("lucky", result => result.Seed == 13),
            _ => Expect.Anomaly(Engine.Orders.OrderAnomaly.Stale),
        };
        var result = new Scenario().Given(Market.Trades(100m, 100m)).Run(new BuyOnce());

        var failure = Assert.Throws<ExpectationFailedException>(() => result.Then(expectation));

        Assert.StartsWith($"  {text}", failure.Message.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_strategy_that_throws_is_told() => Assert.Contains(
        "no exception: strategy.decide threw InvalidOperationException: not today",
        Assert.Throws<ExpectationFailedException>(
            () => new Scenario().Given(Market.Trade(1m)).Run(new Thrower()).Then(Expect.NoException())).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("nothing", "the scenario has no market: give it trades or quotes, as Market.Trades(100m)")]
    [InlineData(
        "dogeusdt",
        "there is no instrument 'dogeusdt'; the scenario has binance_spot-btc_usdt, binance_spot-eth_usdt")]
    public void A_scenario_that_cannot_be_is_refused(string what, string message)
    {
        var scenario = what == "nothing"
            ? new Scenario().Given(Market.Drop())
            : new Scenario().Given(Market.On(what), Market.Trade(1m));

        Assert.Equal(message, Assert.Throws<ScenarioException>(() => scenario.Run(new BuyOnce())).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(4_611_686_018_427_387_904)]
    public void A_price_that_cannot_be_changes_nothing(long price) => new Scenario()
        .Given(Market.Trades(price, 100m, price, 101m, 101m))
        .Run(new BuyOnce())
        .Then(Expect.Position(1m), Expect.Balance("usdt", 9_900m), Expect.NoException(), Expect.BalancesAgree());

    [Fact]
    public void Clocks_jump_and_a_stale_book_is_left_alone()
    {
        var result = new Scenario()
            .Given(
                Market.Quote(100m, 101m),
                Market.ReconnectWithStaleSnapshot(50m, 51m, TimeSpan.FromMinutes(1)),
                Market.ClockAt(Timestamp.Parse("2028-02-29T23:59:59Z")),
                Market.Trades(102m, 103m),
                Market.ClockJump(TimeSpan.FromHours(-1)),
                Market.Trade(104m),
                Market.Pause(TimeSpan.FromMinutes(1)),
                Market.Trade(105m))
            .Run(new BuyOnce())
            .Then(Expect.Position(1m), Expect.Balance("usdt", 9_899m));

        Assert.Equal(Timestamp.Parse("2028-03-01T00:00:00Z"), result.State.Time);
        Assert.Equal(103m, result.State.Instruments[0].Price);
    }

    private sealed class Thrower : IStrategy
    {
        public StrategyId Id { get; } = new("thrower");

        public void Decide(EngineState state, OrderBatch orders) => throw new InvalidOperationException("not today");
    }
}
