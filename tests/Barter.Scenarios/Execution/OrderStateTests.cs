using Barter.Model;
using static Barter.Scenarios.Execution.Given;

namespace Barter.Scenarios.Execution;

public sealed class OrderStateTests
{
    private static readonly InactiveOrderState.Cancelled Ended = new(new OrderId("order-123"), Noon);

    private static readonly InactiveOrderState.FullyFilled FullyFilled = new();

    private static readonly InactiveOrderState.Expired Expired = new();

    [Fact]
    [Trait("Case", "EXE-051")]
    [Trait("Case", "EXE-052")]
    [Trait("Case", "EXE-072")]
    public void An_order_that_was_just_sent_is_open_in_flight()
    {
        OrderState state = new ActiveOrderState.OpenInFlight();

        Assert.IsAssignableFrom<ActiveOrderState>(state);
        Assert.Null(state.TimeExchange);
        Assert.Equal("OpenInFlight", state.ToString());
    }

    [Fact]
    [Trait("Case", "EXE-053")]
    [Trait("Case", "EXE-055")]
    public void An_open_order_knows_its_id_time_and_what_is_filled()
    {
        Assert.Equal((new OrderId("order-123"), Noon, 0.05m), (Resting.Id, Resting.Time, Resting.FilledQuantity));
        Assert.Equal(new ActiveOrderState.Open(new OrderId("order-123"), Noon, 0.05m), Resting);
        Assert.NotEqual(Resting with { Id = new OrderId("order-456") }, Resting);
        Assert.Equal(0.05m, Resting.QuantityRemaining(0.1m));
    }

    [Fact]
    [Trait("Case", "EXE-057")]
    [Trait("Case", "EXE-059")]
    [Trait("Case", "EXE-060")]
    public void A_cancel_in_flight_keeps_the_open_order_if_there_was_one()
    {
        var blind = new ActiveOrderState.CancelInFlight(null);

        Assert.Null(blind.Order);
        Assert.Equal(new ActiveOrderState.CancelInFlight(null), blind);
        Assert.NotEqual(new ActiveOrderState.CancelInFlight(Resting), blind);
        Assert.StartsWith("CancelInFlight", blind.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "EXE-074")]
    public void The_time_of_a_cancel_in_flight_is_that_of_the_open_order()
    {
        OrderState state = new ActiveOrderState.CancelInFlight(Resting);

        Assert.IsAssignableFrom<ActiveOrderState>(state);
        Assert.Equal(Noon, state.TimeExchange);
    }

    [Fact]
    [Trait("Case", "EXE-061")]
    [Trait("Case", "EXE-063")]
    public void A_cancelled_order_knows_its_id_and_time()
    {
        Assert.Equal((new OrderId("order-123"), Noon, Noon), (Ended.Id, Ended.Time, Ended.TimeExchange));
        Assert.Contains("Cancelled", Ended.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "EXE-066")]
    [Trait("Case", "EXE-068")]
    public void An_order_that_is_over_is_over_in_one_way()
    {
        var failed = new InactiveOrderState.OpenFailed(new OrderError.Rejected(new ApiError.RateLimit()));
        InactiveOrderState[] all = [Ended, FullyFilled, failed, Expired];

        Assert.Same(Ended, Assert.Single(all, state => state is InactiveOrderState.Cancelled));
        Assert.Same(Expired, Assert.Single(all, state => state is InactiveOrderState.Expired));
        Assert.DoesNotContain(all, state => (OrderState)state is ActiveOrderState);
    }

    [Fact]
    [Trait("Case", "EXE-070")]
    [Trait("Case", "EXE-076")]
    [Trait("Case", "EXE-078")]
    public void A_filled_order_is_over_without_a_time()
    {
        OrderState state = FullyFilled;

        Assert.IsAssignableFrom<InactiveOrderState>(state);
        Assert.Null(state.TimeExchange);
        Assert.Equal(new InactiveOrderState.FullyFilled(), state);
        Assert.NotEqual<OrderState>(Expired, state);
        Assert.Contains("FullyFilled", state.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "EXE-080")]
    [Trait("Case", "EXE-082")]
    public void An_order_gives_back_what_it_is_made_of()
    {
        var order = new Order(
            Key(), Side.Buy, 50_000m, 0.1m, OrderKind.Limit, TimeInForce.GoodUntilCancelled(), FullyFilled);

        Assert.Equal((Key(), Side.Buy, 50_000m, 0.1m), (order.Key, order.Side, order.Price, order.Quantity));
        Assert.Equal(
            (OrderKind.Limit, TimeInForce.GoodUntilCancelled(), (OrderState)FullyFilled),
            (order.Kind, order.TimeInForce, order.State));
        Assert.Equal(Filled(), order);
        Assert.StartsWith("Order {", order.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_becomes_the_open_order_that_the_exchange_told()
    {
        var order = Request().ToOrder(Resting);

        Assert.Equal(Request().ToOrder() with { State = Resting }, order);
        Assert.Equal(0.05m, order.QuantityRemaining);
    }

    [Theory]
    [InlineData("-0.01", "filled_quantity must be a non-negative numeric value")]
    [InlineData("0.11", "filled_quantity cannot exceed order quantity 0.1")]
    public void An_open_order_cannot_have_filled_that_much(string filled, string message)
    {
        Assert.True(DecimalText.TryParse(filled, out var quantity));

        var refused = Assert.Throws<ArgumentOutOfRangeException>(
            () => Request().ToOrder(Resting with { FilledQuantity = quantity }));

        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "EXE-047")]
    [Trait("Case", "EXE-049")]
    public void A_trade_gives_back_what_it_is_made_of()
    {
        var trade = Trade();

        Assert.Equal(
            ("trade-123", "order-456", 42, "strategy-alpha"),
            (trade.Id.Value, trade.OrderId.Value, trade.Instrument.Value, trade.Strategy.Value));
        Assert.Equal((Noon, Side.Buy, 50_000m, 0.1m), (trade.TimeExchange, trade.Side, trade.Price, trade.Quantity));
        Assert.Equal((AssetFees.Quote(0.005m), 5_000m), (trade.Fees, trade.ValueQuote));
        Assert.Equal(Trade(), trade);
        Assert.NotEqual(Trade("trade-456"), trade);
    }
}
