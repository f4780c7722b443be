using Barter.Model;

namespace Barter.Execution.Tests.Simulation;

public sealed class CancelAndExpiryTests
{
    [Theory]
    [InlineData("by the client's id", "a", null)]
    [InlineData("by the exchange's id", "whatever", "1")]
    public void A_cancelled_order_gives_its_reservation_back_and_then_answers(string row, string clientId, string? id)
    {
        Assert.NotEmpty(row);
        var desk = new Desk(maker: 1m);
        desk.Open(Desk.Limit("a", Side.Buy, 1m, 100m));
        Assert.Equal("10000/9899", desk.BalanceOf(Desk.Usdt));

        Assert.Equal(["usdt 10000/10000", "cancel of 1 done"], desk.At(3).Cancel(clientId, id));

        var response = Assert.IsType<AccountEvent.OrderCancelled>(desk.Reports[^1]).Response;
        Assert.Equal(
            new OrderResponseCancel(Desk.Key("a"), new InactiveOrderState.Cancelled(new OrderId("1"), desk.Now)),
            response);
        Assert.Empty(desk.Print(50m, 9m, Side.Sell));
    }

    [Fact]
    public void Only_what_has_not_traded_is_given_back()
    {
        var desk = new Desk(maker: 1m);
        desk.Open(Desk.Limit("a", Side.Sell, 2m, 100m));
        desk.Print(101m, 0.5m, Side.Buy);
        Assert.Equal("1.5/0", desk.BalanceOf(Desk.Btc));

        Assert.Equal(["btc 1.5/1.5", "cancel of 1 done"], desk.Cancel("a"));
    }

    [Fact]
    public void What_cannot_be_cancelled_is_answered_with_why()
    {
        var desk = new Desk();
        desk.Quote(99m, 1m, 100m, 1m);
        desk.Open(Desk.Limit("cancelled", Side.Buy, 1m, 50m));
        desk.Cancel("cancelled");
        desk.Open(Desk.Market("filled", Side.Buy, 1m));
        desk.Open(Desk.Market("rest", Side.Buy, 1m));
        desk.Open(Desk.Market("refused", Side.Buy, 0m));
        desk.Open(Desk.Limit("expired", Side.Buy, 1m, 50m, TimeInForce.GoodUntilEndOfDay));
        desk.At("2025-01-02T00:00:00Z").Expire();

        Assert.Equal(["cancel refused: order already cancelled"], desk.Cancel("cancelled"));
        Assert.Equal(["cancel refused: order already fully filled"], desk.Cancel("filled"));
        Assert.Equal(["cancel refused: order already cancelled"], desk.Cancel("rest"));
        Assert.Equal(["cancel refused: order already cancelled"], desk.Cancel("expired"));
        Assert.Equal(["cancel refused: order rejected: unknown order"], desk.Cancel("refused"));
        Assert.Equal(["cancel refused: order rejected: unknown order"], desk.Cancel("never heard of"));
        Assert.Equal(["cancel refused: order rejected: unknown order"], desk.Cancel("filled", id: "99"));
    }

    [Theory]
    [InlineData("in the middle of the day", "2025-01-01T12:00:00Z", "2025-01-02T00:00:00Z")]
    [InlineData("just before midnight", "2025-01-01T23:59:59.999999999Z", "2025-01-02T00:00:00Z")]
    [InlineData("at midnight", "2025-01-02T00:00:00Z", "2025-01-03T00:00:00Z")]
    public void A_day_ends_at_the_first_midnight_after_arrival(string row, string arrival, string expiry)
    {
        Assert.NotEmpty(row);
        var desk = new Desk().At(arrival);
        desk.Open(Desk.Limit("a", Side.Buy, 1m, 100m, TimeInForce.GoodUntilEndOfDay));

        Assert.Equal(Timestamp.Parse(expiry), desk.Exchange.NextExpiry);
    }

    [Fact]
    public void Orders_whose_day_is_over_give_their_reservation_back_and_expire()
    {
        var desk = new Desk();
        desk.Open(Desk.Limit("stays", Side.Buy, 1m, 100m));
        desk.Open(Desk.Limit("a", Side.Buy, 1m, 100m, TimeInForce.GoodUntilEndOfDay));
        desk.At(1).Open(Desk.Limit("b", Side.Sell, 1m, 200m, TimeInForce.GoodUntilEndOfDay));

        Assert.Empty(desk.At("2025-01-01T23:59:59.999999999Z").Expire());
        Assert.Equal(
            ["usdt 10000/9900", "expired", "btc 2/2", "expired"], desk.At("2025-01-02T00:00:00Z").Expire());
        Assert.Null(desk.Exchange.NextExpiry);
        Assert.Empty(desk.Expire());
    }

    [Fact]
    public void An_order_that_ended_before_its_day_does_not_expire()
    {
        var desk = new Desk();
        desk.Open(Desk.Limit("a", Side.Buy, 1m, 100m, TimeInForce.GoodUntilEndOfDay));
        desk.Open(Desk.Limit("b", Side.Buy, 1m, 99m, TimeInForce.GoodUntilEndOfDay));
        desk.Cancel("a");
        desk.Print(98m, 1m, Side.Sell);

        Assert.Null(desk.Exchange.NextExpiry);
        Assert.Empty(desk.At("2025-01-02T00:00:00Z").Expire());
    }

    [Fact]
    public void Nothing_trades_after_its_day_even_where_nobody_called_for_its_end()
    {
        var desk = new Desk();
        desk.Open(Desk.Limit("a", Side.Buy, 1m, 100m, TimeInForce.GoodUntilEndOfDay));

        Assert.Equal(
            ["usdt 10000/10000", "expired"], desk.At("2025-01-02T00:00:00Z").Print(50m, 9m, Side.Sell));
    }
}
