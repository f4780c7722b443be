using Barter.Execution.Simulation;
using Barter.Model;

namespace Barter.Execution.Tests.Simulation;

public sealed class SimulatedAccountTests
{
    private static readonly ExchangeIndex Here = new(0);

    private readonly Desk _desk = new();
    private readonly SimulatedAccount _account;
    private readonly Timestamp _end = Desk.Start + TimeSpan.FromSeconds(5);

    public SimulatedAccountTests() => _account = new SimulatedAccount(Here, _desk.Exchange);

    [Theory]
    [InlineData("first", "o2", 100, 1, 0, OrderIntake.Taken, "Open")]
    [InlineData("in its last moment", "o2", 100, 1, 5, OrderIntake.Taken, "Open")]
    [InlineData("too late", "o2", 100, 1, 6, OrderIntake.TooLate, "OpenFailed")]
    [InlineData("again", "o1", 100, 1, 0, OrderIntake.Again, "Open")]
    [InlineData("again, and late", "o1", 100, 1, 6, OrderIntake.Again, "Open")]
    [InlineData("another price", "o1", 101, 1, 0, OrderIntake.OtherTerms, "Open")]
    [InlineData("another quantity", "o1", 100, 2, 6, OrderIntake.OtherTerms, "Open")]
    [InlineData("that of a late one", "late", 100, 1, 6, OrderIntake.Again, "OpenFailed")]
    [InlineData("that of a late one, otherwise", "late", 101, 1, 6, OrderIntake.OtherTerms, "OpenFailed")]
    [InlineData("more than there is", "o2", 100, 1000, 0, OrderIntake.Taken, "OpenFailed")]
    public void An_order_counts_once_and_in_time(
        string what, string id, int price, int quantity, int seconds, OrderIntake expected, string state)
    {
        Assert.Equal(OrderIntake.Taken, _account.Place(Buy("o1", 100, 1), _end, Desk.Start));
        if (id is "late")
        {
            _account.Place(Buy("late", 100, 1), Desk.Start, Desk.Start + TimeSpan.FromSeconds(1));
        }

        var intake = _account.Place(Buy(id, price, quantity), _end, Desk.Start + TimeSpan.FromSeconds(seconds));

        Assert.True(expected == intake, $"{what}: {intake}");
        Assert.Equal(state, _account.Find(new ClientOrderId(id))!.State.GetType().Name);
        Assert.Equal(expected == OrderIntake.Again ? 1 : 0, _account.Resends);
        Assert.Equal(id is "o1" ? 1 : 2, _account.Orders.Count);
        Assert.Single(_account.Orders, order => order.Key.ClientOrderId.Value == "o1");
    }

    [Fact]
    public void An_order_that_comes_again_is_told_while_it_rests_and_not_once_it_is_over()
    {
        _account.Place(Buy("o1", 100, 1), _end, Desk.Start);
        var placed = _account.Last;
        _account.Place(Buy("o1", 100, 1), _end, Desk.Start);
        var again = _account.Last;
        _account.Cancel(new OrderRequestCancel(Desk.Key("o1")), Desk.Start);
        var cancelled = _account.Last;
        _account.Place(Buy("o1", 100, 1), _end, Desk.Start);

        Assert.Equal(placed + 1, again);
        Assert.IsType<AccountEvent.OrderSnapshot>(_account[again]);
        Assert.Equal(cancelled, _account.Last);
    }

    [Fact]
    public void Numbers_go_on_behind_what_was_forgotten()
    {
        _account.TellAccount(Desk.Start);
        _account.TellAccount(Desk.Start);
        _account.Forget(1);
        Assert.Equal((1, 2), (_account.Forgotten, _account.Last));
        Assert.IsType<AccountEvent.Snapshot>(_account[2]);

        _account.Forget(57);
        _account.TellAccount(Desk.Start);

        Assert.Equal((57, 58), (_account.Forgotten, _account.Last));
        Assert.IsType<AccountEvent.Snapshot>(_account[58]);
    }

    [Fact]
    public void Fills_are_told_behind_a_number_or_from_a_time_on()
    {
        for (var second = 0; second < 4; second++)
        {
            var now = Desk.Start + TimeSpan.FromSeconds(second);
            _account.See(
                MarketEvent.OfTrade(ExchangeId.BinanceSpot, Desk.BtcUsdt, now, now, second, 100m, 1m, Side.Buy), now);
            _account.Place(Desk.Market($"m{second}", Side.Buy, 1m), null, now);
        }

        var all = _account.FillsAfter(0);

        Assert.Equal(4, all.Count);
        for (var first = 0; first < 4; first++)
        {
            Assert.Equal(all.Skip(first + 1), _account.FillsAfter(first + 1));
            Assert.Equal(all.Skip(first), _account.FillsSince(all[first].TimeExchange));
        }

        Assert.Empty(_account.FillsAfter(99));
        Assert.Equal(all, _account.FillsSince(null));
    }

    [Fact]
    public void What_is_stated_of_orders_names_those_that_never_came()
    {
        _account.Place(Buy("o1", 100, 1), _end, Desk.Start);

        var stated = _account.Evidence(
            [(Desk.Key("o1"), _end), (Desk.Key("o2"), _end)], null, Desk.Start);

        Assert.IsType<ActiveOrderState.Open>(stated.Orders[0].Found!.State);
        Assert.Null(stated.Orders[1].Found);
        Assert.Single(stated.Account.Instruments[0].Orders);
    }

    private static OrderRequestOpen Buy(string id, decimal price, decimal quantity) =>
        Desk.Limit(id, Side.Buy, quantity, price);
}
