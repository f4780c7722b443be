using Barter.Engine.Orders;
using Barter.Model;
using static Barter.Engine.Tests.Orders.OrderRows;

namespace Barter.Engine.Tests.Orders;

public sealed class OrderTableTests
{
    private static readonly OrderRequestOpen Request = World.Limit(World.BtcUsdt, "a");
    private static readonly Timestamp Heard = World.At(9);
    private static readonly ClientOrderId Id = Request.Key.ClientOrderId;

    public static TheoryData<string> ReportNames => new(Reports.Keys);

    public static TheoryData<string> AnswerNames => new(CancelAnswers.Keys);

    public static TheoryData<string> AfterEndNames => new(ReportsAfterEnd.Keys);

    [Theory]
    [MemberData(nameof(ReportNames))]
    public void A_report_moves_a_tracked_order_as_its_row_says(string row)
    {
        var (known, report, expected) = Reports[row];
        var table = TableWith(known);

        var anomaly = table.Reported(Request.ToOrder() with { State = report }, Heard);

        Holds(table, expected, anomaly);
    }

    [Theory]
    [MemberData(nameof(AnswerNames))]
    public void An_answer_to_a_cancel_moves_a_tracked_order_as_its_row_says(string row)
    {
        var answer = CancelAnswers[row];
        var table = TableWith(answer.Known);

        var anomaly = table.CancelAnswered(answer.To(Request.Key));

        Holds(table, answer.Expected, anomaly);
    }

    [Fact]
    public void An_order_is_tracked_from_the_moment_it_is_sent()
    {
        var table = new OrderTable();

        Assert.Equal(OrderAnomaly.None, table.Opened(Request));

        Assert.Equal(Request.ToOrder(), table[0]);
    }

    [Fact]
    public void A_second_order_of_one_name_is_refused_and_the_first_is_kept()
    {
        var table = TableWith(Known);

        Assert.Equal(OrderAnomaly.Repeated, table.Opened(World.Limit(World.BtcUsdt, "a", Side.Sell, 5m, 7m)));
        Assert.Equal(OrderAnomaly.None, table.Opened(World.Limit(World.BtcUsdt, "b")));

        Assert.Equal(2, table.Count);
        Assert.Equal(Request.ToOrder() with { State = Known }, table[0]);
    }

    [Fact]
    public void A_name_is_taken_while_its_order_is_remembered()
    {
        var table = TableWith(Known);
        table.Reported(Request.ToOrder() with { State = new InactiveOrderState.FullyFilled() }, Heard);

        Assert.Equal(OrderAnomaly.Repeated, table.Opened(Request));
        Assert.Equal(0, table.Count);
    }

    [Fact]
    public void A_late_echo_of_a_finished_order_does_not_bring_it_back()
    {
        var table = TableWith(Known);
        table.Reported(Request.ToOrder() with { State = WasCancelled }, Heard);

        Assert.Equal(OrderAnomaly.Finished, table.Reported(Request.ToOrder() with { State = Same }, Heard));
        Assert.Equal(OrderAnomaly.Finished, table.CancelAnswered(new OrderResponseCancel(Request.Key, SaidNo)));
        Assert.Equal(OrderAnomaly.Finished, table.CancelAnswered(new OrderResponseCancel(Request.Key, WasCancelled)));
        Assert.Equal(0, table.Count);
    }

    [Theory]
    [MemberData(nameof(AfterEndNames))]
    public void A_report_moves_a_finished_order_as_its_row_says(string row)
    {
        var (end, report, expected) = ReportsAfterEnd[row];
        var table = TableWith(Sent);
        table.Reported(Request.ToOrder() with { State = end }, World.At(2));

        var anomaly = table.Reported(Request.ToOrder() with { State = report, Price = 9m }, Heard);

        Holds(table, expected, anomaly);
        Assert.All(OrdersOf(table), order => Assert.Equal(Request.ToOrder() with { State = report }, order));
    }

    [Fact]
    public void An_order_that_rests_again_ends_once_more_and_for_good_and_keeps_what_has_traded()
    {
        var table = TableWith(Known with { FilledQuantity = 0m });
        table.Traded(World.FillOf(Side.Buy, 1m, 0.6m));
        table.Reported(Request.ToOrder() with { State = WasCancelled }, Heard);

        Assert.Equal(OrderAnomaly.None, table.Reported(Request.ToOrder() with { State = Newer }, Heard));
        Assert.Equal(Newer with { FilledQuantity = 0.6m }, table[0].State);
        Assert.Equal((0.4m, null), (table.QuantityRemaining(Side.Buy), table.EndOf(Id)));

        table.Traded(World.FillOf(Side.Buy, 1m, 0.4m));
        Assert.Equal(OrderAnomaly.Finished, table.Reported(Request.ToOrder() with { State = Latest }, Heard));
        Assert.Equal((0, Timestamp.MaxValue), (table.Count, table.EndOf(Id)));
    }

    [Fact]
    public void An_end_that_is_told_again_with_a_later_time_is_the_later_one()
    {
        var table = TableWith(Known);
        table.Reported(Request.ToOrder() with { State = WasCancelled }, Heard);
        table.Reported(Request.ToOrder() with { State = WasCancelled with { Time = World.At(3) } }, Heard);

        Assert.Equal(OrderAnomaly.Finished, table.Reported(Request.ToOrder() with { State = Newer }, Heard));
        Assert.Equal(OrderAnomaly.None, table.Reported(Request.ToOrder() with { State = Latest }, Heard));
    }

    [Fact]
    public void An_order_that_rests_again_and_ends_counts_once_among_those_that_are_remembered()
    {
        var table = TableWith(Known);
        table.Reported(Request.ToOrder() with { State = WasCancelled }, Heard);
        table.Reported(Request.ToOrder() with { State = Newer }, Heard);
        table.Reported(Request.ToOrder() with { State = new InactiveOrderState.FullyFilled() }, Heard);
        for (var i = 1; i < 1_024; i++)
        {
            var request = World.Limit(World.BtcUsdt, $"{i}");
            table.Reported(request.ToOrder() with { State = WasCancelled }, Heard);
        }

        Assert.True(table.IsTaken(Id));
    }

    [Fact]
    public void An_order_whose_open_timed_out_while_untracked_may_still_turn_up()
    {
        var table = new OrderTable();
        table.Reported(Request.ToOrder() with { State = new InactiveOrderState.OpenFailed(TimedOut) }, Heard);

        Assert.Equal(OrderAnomaly.None, table.Reported(Request.ToOrder() with { State = Known }, Heard));
        Assert.Equal(1, table.Count);
    }

    [Fact]
    public void The_oldest_finished_order_is_forgotten_first()
    {
        var table = new OrderTable();
        for (var i = 0; i <= 1_024; i++)
        {
            var request = World.Limit(World.BtcUsdt, $"{i}");
            table.Opened(request);
            table.Reported(request.ToOrder() with { State = WasCancelled }, Heard);
        }

        Assert.False(table.IsTaken(new ClientOrderId("0")));
        Assert.True(table.IsTaken(new ClientOrderId("1")));
        Assert.True(table.IsTaken(new ClientOrderId("1024")));
    }

    [Fact]
    public void What_was_placed_is_kept_whatever_a_report_says_of_it()
    {
        var table = TableWith(Sent);

        table.Reported(
            Request.ToOrder() with { State = Known, Price = 9m, Quantity = 3m, Kind = OrderKind.Market }, Heard);

        Assert.Equal(Request.ToOrder() with { State = Known }, table[0]);
    }

    [Fact]
    public void Cancels_of_what_is_not_tracked_or_cancelled_already_change_nothing()
    {
        var table = TableWith(Cancelling);

        Assert.Equal(OrderAnomaly.Repeated, table.CancelSent(new OrderRequestCancel(Request.Key)));
        Assert.Equal(
            OrderAnomaly.Untracked, table.CancelSent(new OrderRequestCancel(World.Key(World.BtcUsdt, "other"))));

        Assert.Equal(Cancelling, Assert.Single(OrdersOf(table)).State);
    }

    [Fact]
    public void Fills_advance_the_order_whose_exchange_id_they_carry()
    {
        var table = TableWith(Known with { FilledQuantity = 0m });

        table.Traded(World.FillOf(Side.Buy, 1m, 0.5m, order: "other"));
        Assert.Equal(1m, table.QuantityRemaining(Side.Buy));

        table.Traded(World.FillOf(Side.Buy, 1m, 0.25m));
        table.Traded(World.FillOf(Side.Buy, 1m, 0.25m));
        Assert.Equal(0.5m, table.QuantityRemaining(Side.Buy));

        table.Traded(World.FillOf(Side.Buy, 1m, 0.5m));
        Assert.Equal(0, table.Count);
        Assert.Equal(OrderAnomaly.Finished, table.Reported(Request.ToOrder() with { State = Latest }, Heard));
    }

    [Theory]
    [InlineData("newer")]
    [InlineData("same time")]
    public void A_report_that_lags_behind_the_fills_does_not_take_them_back(string row)
    {
        var table = TableWith(Known with { FilledQuantity = 0m });
        table.Traded(World.FillOf(Side.Buy, 1m, 0.6m));

        var echo = (row == "newer" ? Newer : Same) with { FilledQuantity = 0m };
        Assert.Equal(OrderAnomaly.None, table.Reported(Request.ToOrder() with { State = echo }, Heard));

        Assert.Equal(echo with { FilledQuantity = 0.6m }, table[0].State);
        Assert.Equal(0.4m, table.QuantityRemaining(Side.Buy));
    }

    [Fact]
    public void A_clone_goes_its_own_way()
    {
        var table = TableWith(UnknownBlind);
        var clone = table.Clone();

        table.Reported(Request.ToOrder() with { State = WasCancelled }, Heard);

        Assert.Equal((0, false), (table.Count, table.HasUnknown));
        Assert.Equal((1, true), (clone.Count, clone.HasUnknown));
        Assert.Equal(OrderAnomaly.None, clone.Reported(Request.ToOrder() with { State = Known }, Heard));
        Assert.False(clone.HasUnknown);
    }

    private static void Holds(OrderTable table, OrderStep expected, OrderAnomaly anomaly)
    {
        Assert.Equal(expected.Anomaly, anomaly);
        Assert.Equal(expected.State, table.TryGet(Id, out var order) ? order.State : null);
        Assert.Equal(expected.State is ActiveOrderState.Unknown, table.HasUnknown);
        Assert.Equal(expected.State is not null || expected.IsOver, table.IsTaken(Id));
    }

    private static OrderTable TableWith(ActiveOrderState? known)
    {
        var table = new OrderTable();
        if (known is not null)
        {
            table.Reported(Request.ToOrder() with { State = known }, Heard);
            Assert.Equal(known, table[0].State);
        }

        return table;
    }

    private static List<Order> OrdersOf(OrderTable table) =>
        [.. Enumerable.Range(0, table.Count).Select(i => table[i])];
}
