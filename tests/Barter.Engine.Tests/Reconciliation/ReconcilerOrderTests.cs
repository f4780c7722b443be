using Barter.Engine.Reconciliation;
using Barter.Model;
using static Barter.Engine.Tests.Reconciliation.Desk;
using static Barter.Engine.Tests.World;

namespace Barter.Engine.Tests.Reconciliation;

/// <summary>Orders after a restart: what others lost, sent twice or forgot.</summary>
public sealed class ReconcilerOrderTests
{
    private readonly Desk _desk = new();

    [Fact]
    public void An_order_that_rests_without_fills_stays_though_the_fills_do_not_make_up_the_position()
    {
        var desk = new Desk(isSpot: false) { Positions = [new StatedPosition(BtcUsdt, 7m, 90m)] };
        var order = desk.Sent("a", heard: Rests(1));
        desk.Resting.Add(order.ToOrder(Rests(1)));

        desk.Reconcile();

        Assert.Equal((Rests(1), 7m), (desk.StateOf(order), desk.Quantity));
    }

    [Fact]
    public void A_request_that_timed_out_and_rests_all_the_same_is_an_order_of_ours()
    {
        var order = _desk.Sent("a");
        _desk.Engine.Process(Reported(order, new InactiveOrderState.OpenFailed(
            new OrderError.Connectivity(new ConnectivityError.Timeout()))));
        Assert.IsType<ActiveOrderState.Unknown>(_desk.StateOf(order));
        _desk.Resting.Add(order.ToOrder(Rests(5, filled: 2m)));
        _desk.Fills.Add(Trade(5, Side.Buy, 2m));

        _desk.Reconcile();

        Assert.Equal((Rests(5, 2m), 2m), (_desk.StateOf(order), _desk.Quantity));

        _desk.Heard(Trade(110, Side.Buy, 3m));
        Assert.Null(_desk.StateOf(order));
    }

    [Fact]
    public void A_request_that_was_on_its_way_when_we_went_away_is_found()
    {
        var order = _desk.Sent("a");
        _desk.Answer(order, Rests(5));

        Assert.Equal(
            [new AccountEvent.OrderSnapshot(Binance, order.ToOrder(Rests(5)))], _desk.Reconcile());
        Assert.Equal(Rests(5), _desk.StateOf(order));
    }

    [Fact]
    public void A_request_that_is_not_there_after_its_end_was_never_placed()
    {
        var order = _desk.Sent("a");
        _desk.Answer(order, found: null, validUntil: AwayUntil - 1);

        var told = Assert.IsType<AccountEvent.OrderSnapshot>(Assert.Single(_desk.Reconcile()));

        var error = Assert.IsType<InactiveOrderState.OpenFailed>(told.Order.State).Error;
        Assert.False(error.LeavesOutcomeUnknown);
        Assert.Contains("was never placed", error.ToString(), StringComparison.Ordinal);
        Assert.Null(_desk.StateOf(order));
        Assert.True(_desk.Row.Orders.IsTaken(order.Key.ClientOrderId));
    }

    [Theory]
    [InlineData("in flight")]
    [InlineData("unknown")]
    [InlineData("cancel in flight")]
    public void A_request_that_is_not_there_yet_stays_unknown_until_its_end(string row)
    {
        var order = _desk.Sent("a");
        if (row == "unknown")
        {
            _desk.Engine.Process(Reported(order, new ActiveOrderState.Unknown(null)));
        }
        else if (row == "cancel in flight")
        {
            _desk.Engine.Process(Do(new Command.CancelOrders(InstrumentFilter.All)));
        }

        _desk.Answer(order, found: null, validUntil: AwayUntil);
        _desk.Reconcile();

        Assert.Equal(new ActiveOrderState.Unknown(null), _desk.StateOf(order));

        _desk.Time = At(AwayUntil + 1);
        _desk.Reconcile();
        Assert.Null(_desk.StateOf(order));
    }

    [Fact]
    public void A_request_that_nobody_was_asked_about_is_left_alone()
    {
        var order = _desk.Sent("a");

        Assert.Empty(_desk.Reconcile());
        Assert.Equal(new ActiveOrderState.OpenInFlight(), _desk.StateOf(order));
        Assert.Equal([order.Key], Reconciler.Questions(_desk.Engine.State, _desk.Evidence().Account));
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("expired")]
    [InlineData("filled")]
    [InlineData("open with nothing left")]
    [InlineData("rejected")]
    public void An_order_that_ended_while_we_were_away_first_trades_and_then_ends(string row)
    {
        var order = _desk.Sent("a", quantity: 5m, heard: Rests(1));
        _desk.Answer(order, row switch
        {
            "cancelled" => new InactiveOrderState.Cancelled(new OrderId("v1"), At(9)),
            "expired" => new InactiveOrderState.Expired(),
            "filled" => new InactiveOrderState.FullyFilled(),
            "open with nothing left" => Rests(9, filled: 5m),
            _ => new InactiveOrderState.OpenFailed(new OrderError.Rejected(new ApiError.RateLimit())),
        });
        _desk.Fills.AddRange([Trade(7, Side.Buy, 1m), Trade(6, Side.Buy, 2m)]);

        var told = _desk.Reconcile();

        Assert.Equal(
            ["t6", "t7"], told.Take(2).Select(row => Assert.IsType<AccountEvent.Filled>(row).Fill.Id.Value));
        Assert.IsType<AccountEvent.OrderSnapshot>(told[2]);
        Assert.Equal((null, 3m), (_desk.StateOf(order), _desk.Quantity));
        Assert.Equal(3, told.Count);
    }

    [Fact]
    public void An_order_whose_fills_complete_it_is_over_without_another_word()
    {
        var order = _desk.Sent("a", quantity: 5m, heard: Rests(1));
        _desk.Fills.AddRange([Trade(6, Side.Buy, 2m), Trade(7, Side.Buy, 3m)]);
        _desk.Answer(order, new InactiveOrderState.FullyFilled());

        Assert.Equal(2, _desk.Reconcile().Count);
        Assert.Null(_desk.StateOf(order));
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "cancelled")]
    public void An_order_that_rested_and_rests_no_more_is_not_guessed_about(bool isForgotten, string? becomes)
    {
        var order = _desk.Sent("a", heard: Rests(1));
        if (isForgotten)
        {
            _desk.Answer(order, found: null);
        }

        var told = Assert.IsType<AccountEvent.OrderSnapshot>(Assert.Single(_desk.Reconcile()));

        Assert.Equal(becomes is null ? new ActiveOrderState.Unknown(Rests(1)) : null, _desk.StateOf(order));
        Assert.Equal(becomes is not null, told.Order.State is InactiveOrderState.Cancelled);
    }

    [Fact]
    public void Orders_that_are_not_ours_are_taken_in_under_their_own_name_and_can_be_cancelled()
    {
        var key = new OrderKey(Binance, BtcUsdt, new StrategyId("external"), new ClientOrderId("by-hand"));
        _desk.Resting.Add(OrderRequestOpen.Limit(key, Side.Sell, 120m, 4m).ToOrder(Rests(3, filled: 1m)));
        _desk.Fills.Add(Trade(3, Side.Sell, 1m));

        _desk.Reconcile();

        Assert.Equal((Rests(3, 1m), -1m), (_desk.StateOf(key.ClientOrderId), _desk.Quantity));
        var step = _desk.Engine.Process(Do(new Command.CancelOrders(InstrumentFilter.All)));
        Assert.Equal(Cancels(new OrderRequestCancel(key, new OrderId("v1"))), step.Requests);
    }

    [Fact]
    public void A_stop_that_a_close_by_hand_left_behind_is_seen_as_resting_and_the_position_as_closed()
    {
        var stop = _desk.Sent("stop", heard: Rests(2, id: "v2"));
        _desk.Heard(Trade(1, Side.Sell, 5m, order: "v0"));
        _desk.Resting.Add(stop.ToOrder(Rests(2, id: "v2")));
        _desk.Fills.AddRange([Trade(1, Side.Sell, 5m, order: "v0"), Trade(50, Side.Buy, 5m, order: "hand")]);

        _desk.Reconcile();

        Assert.Equal((Rests(2, id: "v2"), 0m), (_desk.StateOf(stop), _desk.Quantity));
    }

    [Fact]
    public void A_fill_of_the_order_before_is_not_counted_for_the_order_after_it()
    {
        var before = _desk.Sent("before", quantity: 2m, heard: Rests(1, id: "v1"));
        var after = _desk.Sent("after", quantity: 2m, heard: Rests(2, id: "v2"));
        _desk.Fills.Add(Trade(9, Side.Buy, 2m, order: "v1"));
        _desk.Resting.Add(after.ToOrder(Rests(2, id: "v2")));
        _desk.Answer(before, new InactiveOrderState.FullyFilled());

        _desk.Reconcile();

        Assert.Equal((null, Rests(2, id: "v2")), (_desk.StateOf(before), _desk.StateOf(after)));
    }

    [Fact]
    public void What_trades_before_a_cancel_takes_hold_and_is_heard_of_later_is_counted()
    {
        var order = _desk.Sent("a", heard: Rests(1));
        _desk.Engine.Process(Cancelled(order.Key, At(9)));
        _desk.Fills.Add(Trade(8, Side.Buy, 2m));

        _desk.Reconcile();

        Assert.Equal((null, 2m), (_desk.StateOf(order), _desk.Quantity));
    }

    [Fact]
    public void An_order_keeps_what_it_was_placed_with_whatever_the_exchange_has_forgotten_of_it()
    {
        var order = _desk.Sent("a");
        _desk.Resting.Add(order.ToOrder(Rests(5)) with
        {
            Key = order.Key with { Strategy = new StrategyId("external") },
        });

        _desk.Reconcile();

        Assert.True(_desk.Row.Orders.TryGet(order.Key.ClientOrderId, out var known));
        Assert.Equal(order.ToOrder(Rests(5)), known);
    }

    [Fact]
    public void A_cancel_that_did_not_arrive_is_still_under_way()
    {
        var order = _desk.Sent("a", heard: Rests(1));
        _desk.Engine.Process(Do(new Command.CancelOrders(InstrumentFilter.All)));
        _desk.Resting.Add(order.ToOrder(Rests(4, filled: 1m)));

        _desk.Reconcile();

        Assert.Equal(new ActiveOrderState.CancelInFlight(Rests(4, 1m)), _desk.StateOf(order));
    }

    [Fact]
    public void An_exchange_that_dates_orders_by_their_placing_is_believed_at_the_time_of_asking()
    {
        var order = _desk.Sent("a", heard: Rests(9));
        _desk.Engine.Process(Reported(order, new ActiveOrderState.Unknown(null)));
        _desk.Resting.Add(order.ToOrder(Rests(3, filled: 1m)));

        _desk.Reconcile();

        Assert.Equal(Rests(9, 1m), _desk.StateOf(order));
    }

    [Fact]
    public void What_happened_after_the_exchange_was_asked_is_not_taken_back()
    {
        var order = _desk.Sent("a", heard: Rests(AwayUntil + 1));
        _desk.Resting.Add(order.ToOrder(Rests(3)));
        Assert.Empty(_desk.Reconcile());

        _desk.Resting.Clear();
        _desk.Answer(order, found: null);
        Assert.Empty(_desk.Reconcile());
        Assert.Equal(Rests(AwayUntil + 1), _desk.StateOf(order));
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("cancelled by us")]
    [InlineData("refused")]
    [InlineData("never placed")]
    public void An_order_that_we_took_to_be_over_and_that_rests_later_is_an_order_of_ours_again(string row)
    {
        var order = _desk.Sent("a", heard: row is "never placed" ? null : Rests(3, filled: 1m));
        End(row, order, at: 40);
        Assert.Null(_desk.StateOf(order));

        // As exchanges do that date an order by its placing
        _desk.Time = At(AwayUntil + 1);
        _desk.Answers.Clear();
        _desk.Resting.Add(order.ToOrder(Rests(3, filled: 2m)));
        _desk.Fills.Add(Trade(60, Side.Buy, 1m));
        _desk.Reconcile();

        Assert.Equal(Rests(AwayUntil + 1, filled: 2m), _desk.StateOf(order));
        _desk.Heard(Trade(110, Side.Buy, 1m));
        _desk.Engine.Process(Reported(order, Rests(110, filled: 3m)));
        Assert.Equal((Rests(110, filled: 3m), 2m), (_desk.StateOf(order), _desk.Quantity));
    }

    [Theory]
    [InlineData("cancelled", AwayUntil)]
    [InlineData("cancelled", AwayUntil + 1)]
    [InlineData("cancelled by us", AwayUntil + 1)]
    [InlineData("refused", AwayUntil + 1)]
    [InlineData("expired", 40)]
    [InlineData("filled", 40)]
    [InlineData("traded", 40)]
    public void An_order_that_ended_after_the_exchange_was_asked_or_for_good_stays_over(string row, int at)
    {
        var order = _desk.Sent("a", heard: Rests(3));
        End(row, order, at);
        _desk.Resting.Add(order.ToOrder(Rests(3)));

        Assert.DoesNotContain(_desk.Reconcile(), told => told is AccountEvent.OrderSnapshot);
        Assert.Null(_desk.StateOf(order));
    }

    [Fact]
    public void An_answer_that_says_that_nothing_is_known_is_no_answer()
    {
        var order = _desk.Sent("a");
        _desk.Answer(order, new InactiveOrderState.OpenFailed(
            new OrderError.Connectivity(new ConnectivityError.Timeout())));

        Assert.Empty(_desk.Reconcile());
    }

    /// <summary>Lets the engine hear that an order is over.</summary>
    private void End(string row, OrderRequestOpen order, int at)
    {
        var refused = new InactiveOrderState.OpenFailed(new OrderError.Rejected(new ApiError.RateLimit()));
        switch (row)
        {
            case "never placed":
                _desk.Answer(order, found: null);
                _desk.Reconcile();
                break;
            case "cancelled by us":
                _desk.Engine.Process(Cancelled(order.Key, At(at)));
                break;
            case "traded":
                _desk.Heard(Trade(at, Side.Buy, 5m));
                break;
            default:
                // A refusal has no date: it is as old as the news
                _desk.Engine.Process(Reported(World.Limit(BtcUsdt, "other"), Rests(at, id: "v9")));
                _desk.Engine.Process(Reported(order, row switch
                {
                    "cancelled" => new InactiveOrderState.Cancelled(new OrderId("v1"), At(at)),
                    "refused" => refused,
                    "expired" => new InactiveOrderState.Expired(),
                    _ => new InactiveOrderState.FullyFilled(),
                }));
                _desk.Engine.Process(Reported(
                    World.Limit(BtcUsdt, "other"), new InactiveOrderState.Cancelled(new OrderId("v9"), At(at))));
                break;
        }
    }
}
