using Barter.TestKit;

namespace StrategyTests;

public sealed class BuyTheDipTests
{
    private static readonly Scenario Dip = new Scenario().Given(Market.Trades(100m, 89m, 89m, 89m, 95m, 99m, 99m));

    [Fact]
    public void It_buys_the_dip_and_sells_the_recovery() => Dip
        .Run(new BuyTheDip(below: 90m))
        .Then(Expect.OrdersSent(2), Expect.Position(0m), Expect.Balance("usdt", 10_010m));

    [Fact]
    public void A_lost_ack_does_not_make_it_buy_twice() => Dip
        .When(Fault.AckLost(order: 1))
        .Run(new BuyTheDip(below: 90m))
        .Then(Expect.NoDuplicateOrders(), Expect.PositionNeverBeyond(1m), Expect.NoLostFills());

    [Fact]
    public void Whatever_the_exchange_does_it_never_holds_more_than_one()
    {
        foreach (var seed in Scenario.Seeds(100))
        {
            new Scenario().Given(Market.Walk(50, from: 92m, step: 2m)).When(Fault.Random(percent: 50))
                .Run(new BuyTheDip(below: 90m), seed)
                .Then(Expect.PositionNeverBeyond(1m), Expect.EveryOrderEndsKnown(), Expect.NoLostFills());
        }
    }
}
