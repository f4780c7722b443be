using Barter.Engine;
using Barter.Engine.Audit;
using Barter.Engine.Risk;
using Barter.Engine.Strategies;
using Barter.Model;
using Barter.Scenarios.EngineModel;

namespace Barter.Scenarios.Risk;

public sealed class RiskTests
{
    private static readonly OrderKey Key = Desk.Key("cid-100", "strategy-alpha");

    private static readonly OrderRequestOpen Open = OrderRequestOpen.Limit(Key, Side.Buy, 100m, 1.5m);

    private static readonly OrderRequestCancel Cancel = new(Key with { ClientOrderId = new ClientOrderId("cid-99") });

    /// <summary>Nothing is wrapped: what was approved is what was sent.</summary>
    [Fact]
    [Trait("Case", "RSK-001")]
    [Trait("Case", "RSK-005")]
    public void What_is_approved_is_sent_as_it_was_wished_for()
    {
        var orders = Send(new ApproveAll());

        Assert.Equal([Open], orders.Opens.Sent);
        Assert.Equal([Cancel], orders.Cancels.Sent);
        Assert.Empty(orders.OpensRefused);
        Assert.Empty(orders.CancelsRefused);
    }

    [Fact]
    [Trait("Case", "RSK-003")]
    public void What_is_refused_is_told_with_the_reason()
    {
        var orders = Send(new RefuseAll());

        Assert.Equal([new RiskRefused<OrderRequestCancel>(Cancel, "Test reason")], orders.CancelsRefused);
        Assert.Equal([new RiskRefused<OrderRequestOpen>(Open, "Test reason")], orders.OpensRefused);
        var (item, reason) = orders.CancelsRefused[0];
        Assert.Equal((Cancel, "Test reason"), (item, reason));
        Assert.True(orders.Cancels.IsEmpty && orders.Opens.IsEmpty);
    }

    [Fact]
    [Trait("Case", "RSK-006")]
    public void A_notional_is_quantity_times_price_times_contract_size()
    {
        Assert.Equal(384.375m, RiskMath.QuoteNotional(2.5m, 102.5m, 1.5m));
        Assert.Null(RiskMath.QuoteNotional(decimal.MaxValue, 2m, 1m));
    }

    [Theory]
    [InlineData(105)]
    [InlineData(95)]
    [Trait("Case", "RSK-008")]
    public void A_difference_is_a_fraction_of_the_other_whatever_its_sign(int current)
    {
        Assert.Equal(0.05m, RiskMath.AbsPercentDifference(current, 100m));
        Assert.Null(RiskMath.AbsPercentDifference(current, 0m));
        Assert.Null(RiskMath.AbsPercentDifference(decimal.MaxValue, -current));
    }

    [Fact]
    [Trait("Case", "RSK-010")]
    public void A_delta_is_negative_for_what_was_sold()
    {
        Assert.Equal(5m, RiskMath.Delta(1m, 1m, Side.Buy, 5m));
        Assert.Equal(-100m, RiskMath.Delta(0.5m, 100m, Side.Sell, 2m));
        Assert.Null(RiskMath.Delta(decimal.MaxValue, 2m, Side.Buy, 1m));
    }

    private static OrdersOutput Send(IRiskPolicy risk)
    {
        var step = new Desk(new Wishes(), TradingState.Enabled, risk).Trade(100m, Desk.Start);
        return Assert.IsType<EngineOutput.AlgoOrders>(Assert.Single(step.Outputs)).Orders;
    }

    private sealed class Wishes : IStrategy
    {
        public StrategyId Id => Key.Strategy;

        public void Decide(EngineState state, OrderBatch orders)
        {
            orders.Cancel(Cancel);
            orders.Open(Open);
        }
    }

    private sealed class RefuseAll : IRiskPolicy
    {
        public RiskVerdict Check(OrderRequestOpen request, EngineState state) => RiskVerdict.Refuse("Test reason");

        public RiskVerdict Check(OrderRequestCancel request, EngineState state) => RiskVerdict.Refuse("Test reason");
    }
}
