using Barter.Engine.Orders;
using Barter.Model;

namespace Barter.TestKit.Tests;

public sealed class FaultTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly Scenario Flat = new Scenario().Given(Market.Walk(20));

    [Theory]
    [InlineData("AckLost", 1)]
    [InlineData("AckLateAfterTimeout", 1)]
    [InlineData("Rejected", 0)]
    [InlineData("FillBeforeAck", 1)]
    [InlineData("DuplicateFillBySocketAndPoll", 1)]
    [InlineData("Overfill", 1.5)]
    [InlineData("Disconnect", 1)]
    public void An_order_at_market_meets_with(string fault, double position) => Flat
        .When(OfName(fault))
        .Run(new BuyOnce())
        .Then(
            Expect.Position((decimal)position),
            Expect.OrdersSent(1),
            Expect.NoDuplicateOrders(),
            Expect.EveryOrderEndsKnown(),
            Expect.NoLostFills(),
            Expect.NoException());

    [Theory]
    [InlineData("FillAfterCancelAccepted", 0.5)]
    [InlineData("CancelRejectBecauseFilled", 1)]
    [InlineData("FillBeforeAck", 0)]
    [InlineData("AckLost", 0)]
    [InlineData("PartialThenDisconnect", 0.5)]
    public void An_order_that_is_cancelled_meets_with(string fault, double position)
    {
        var scenario = new Scenario().Given(Market.Trades([.. Enumerable.Repeat(100m, 20)])).When(OfName(fault));

        if (fault == "FillBeforeAck")
        {
            var unused = Assert.Throws<ScenarioException>(() => scenario.Run(new BuyOnce(limit: 90m)));
            Assert.StartsWith("FillBeforeAck(1) found no occasion", unused.Message, StringComparison.Ordinal);
            return;
        }

        scenario.Run(new BuyOnce(limit: 90m, cancelsWhenOpen: true)).Then(
            Expect.Position((decimal)position),
            Expect.OpenOrders(0),
            Expect.EveryOrderEndsKnown(),
            Expect.NoLostFills(),
            Expect.BalancesAgree());
    }

    [Fact]
    public void Fills_that_are_told_out_of_order_all_count()
    {
        var result = new Scenario()
            .Given(Market.Trade(100m), Market.Trade(89m, 0.25m), Market.Trade(89m, 0.25m), Market.Trade(89m, 0.5m))
            .When(Fault.OutOfOrderFills())
            .Run(new BuyOnce(limit: 90m))
            .Then(Expect.Position(1m), Expect.NoLostFills(), Expect.EveryOrderEndsKnown());

        Assert.Equal(["2", "1", "3"], Told(result).Select(fill => fill.Id.Value));
    }

    [Fact]
    public void A_doubled_fill_is_told_twice_and_counts_once()
    {
        var result = Flat.When(Fault.DuplicateFillBySocketAndPoll()).Run(new BuyOnce())
            .Then(Expect.Anomaly(OrderAnomaly.Repeated), Expect.Position(1m));

        Assert.Equal(["1", "1"], Told(result).Select(fill => fill.Id.Value));
    }

    [Fact]
    public void A_lost_ack_leaves_the_outcome_unknown_until_the_exchange_is_asked()
    {
        var result = Flat.When(Fault.AckLost()).Run(new BuyOnce());
        var text = result.LastSteps(100);

        Assert.Contains("failed: ExecutionRequest timed out", text, StringComparison.Ordinal);
        Assert.True(
            text.IndexOf("timed out", StringComparison.Ordinal) < text.IndexOf("fill 1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(30, 1)]
    public void A_ban_refuses_what_arrives_while_it_holds(int seconds, int sent)
    {
        var scenario = Flat.When(Fault.Ban(TimeSpan.FromSeconds(seconds - 1), Second));
        if (sent == 1)
        {
            Assert.Throws<ScenarioException>(() => scenario.Run(new BuyOnce()));
        }
        else
        {
            scenario.Run(new BuyOnce()).Then(Expect.Position(0m), Expect.EveryOrderEndsKnown());
        }
    }

    [Fact]
    public void A_halted_instrument_takes_no_orders() => Flat
        .When(Fault.HaltedInstrument("BTCUSDT", TimeSpan.Zero, Second))
        .Run(new BuyOnce())
        .Then(Expect.Position(0m), Expect.EveryOrderEndsKnown());

    [Fact]
    public void An_account_that_is_changed_by_hand_is_told_so() => Flat
        .When(
            Fault.AccountChangedByHand(2 * Second, "eth", -3m),
            Fault.AccountChangedByHand(3 * Second, "BTCUSDT", Side.Sell, 0.25m))
        .Run(new BuyOnce())
        .Then(
            Expect.Position(0.75m), Expect.Balance("eth", 7m), Expect.Balance("btc", 1.75m), Expect.BalancesAgree(),
            Expect.NoLostFills());

    [Fact]
    public void What_happened_while_the_link_was_down_is_told_when_it_is_back() => new Scenario()
        .Given(Market.Trade(100m), Market.Trade(89m, 0.25m), Market.Trade(89m, 0.75m), Market.Trade(89m))
        .When(Fault.DisconnectAt(0.5 * Second, 10 * Second))
        .Run(new BuyOnce(limit: 90m))
        .Then(Expect.Position(1m), Expect.NoLostFills(), Expect.EveryOrderEndsKnown(), Expect.BalancesAgree());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whatever_is_drawn_no_fill_is_lost_and_every_order_ends_known(bool isResting)
    {
        var scenario = new Scenario().Given(Market.Walk(60)).When(Fault.Random(70));
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var seed in Scenario.Seeds(100))
        {
            var result = scenario.Run(new Flipper(isResting), seed).Then(
                Expect.NoLostFills(), Expect.EveryOrderEndsKnown(), Expect.BalancesAgree(), Expect.NoException());
            Assert.Equal(result.AuditDigest, scenario.Run(new Flipper(isResting), seed).AuditDigest);
            kinds.UnionWith(result.FaultsHappened.Select(fault => fault.Split('(')[0]));
        }

        Assert.True(kinds.Count >= 6, string.Join(", ", kinds));
    }

    private static Fault OfName(string name) => name switch
    {
        "AckLost" => Fault.AckLost(),
        "AckLateAfterTimeout" => Fault.AckLateAfterTimeout(),
        "Rejected" => Fault.Rejected(),
        "FillBeforeAck" => Fault.FillBeforeAck(),
        "FillAfterCancelAccepted" => Fault.FillAfterCancelAccepted(),
        "CancelRejectBecauseFilled" => Fault.CancelRejectBecauseFilled(),
        "DuplicateFillBySocketAndPoll" => Fault.DuplicateFillBySocketAndPoll(),
        "Overfill" => Fault.Overfill(1, 0.5m),
        "PartialThenDisconnect" => Fault.PartialThenDisconnect(),
        _ => Fault.Disconnect(),
    };

    private static IEnumerable<Fill> Told(ScenarioResult result) => result.Ticks
        .Select(tick => tick.Event)
        .OfType<Engine.Audit.AuditEvent.Processed>()
        .Select(processed => processed.Event)
        .OfType<EngineEvent.Account>()
        .Select(account => account.Event)
        .OfType<AccountEvent.Filled>()
        .Select(filled => filled.Fill);
}
