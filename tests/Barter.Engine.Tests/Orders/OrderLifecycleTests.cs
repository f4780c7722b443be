using System.Reflection;
using Barter.Engine.Orders;
using Barter.Model;
using static Barter.Engine.Tests.Orders.OrderRows;

namespace Barter.Engine.Tests.Orders;

public sealed class OrderLifecycleTests
{
    private static readonly OrderKey Key = World.Key(World.BtcUsdt, "a");

    public static TheoryData<string> ReportNames => new(Reports.Keys);

    public static TheoryData<string> AnswerNames => new(CancelAnswers.Keys);

    public static TheoryData<string> AfterEndNames => new(ReportsAfterEnd.Keys);

    [Theory]
    [MemberData(nameof(ReportNames))]
    public void A_report_moves_an_order_as_its_row_says(string row)
    {
        var (known, report, expected) = Reports[row];

        Assert.Equal(expected, OrderLifecycle.OnReport(known, report, quantity: 1m));
    }

    [Theory]
    [MemberData(nameof(AfterEndNames))]
    public void A_report_moves_an_order_that_is_over_as_its_row_says(string row)
    {
        var (end, report, expected) = ReportsAfterEnd[row];

        Assert.Equal(
            expected,
            OrderLifecycle.OnReportAfterEnd(OrderLifecycle.EndOf(end, World.At(2)), report, quantity: 1m));
    }

    [Theory]
    [MemberData(nameof(AnswerNames))]
    public void An_answer_to_a_cancel_moves_an_order_as_its_row_says(string row)
    {
        var answer = CancelAnswers[row];

        Assert.Equal(answer.Expected, OrderLifecycle.OnCancelAnswer(answer.Known, answer.To(Key)));
    }

    [Fact]
    public void A_cancel_that_is_sent_moves_an_order_as_the_table_says()
    {
        Assert.Equal(new OrderStep(null, Anomaly: OrderAnomaly.Untracked), OrderLifecycle.OnCancelSent(null));
        Assert.Equal(new OrderStep(CancellingBlind), OrderLifecycle.OnCancelSent(Sent));
        Assert.Equal(new OrderStep(Cancelling), OrderLifecycle.OnCancelSent(Known));
        Assert.Equal(
            new OrderStep(Cancelling, Anomaly: OrderAnomaly.Repeated), OrderLifecycle.OnCancelSent(Cancelling));
        Assert.Equal(new OrderStep(Lost), OrderLifecycle.OnCancelSent(Lost));
        Assert.Equal(new OrderStep(UnknownBlind), OrderLifecycle.OnCancelSent(UnknownBlind));
    }

    [Fact]
    public void Fills_advance_what_is_filled_and_end_the_order_when_all_of_it_has_traded()
    {
        var more = Known with { FilledQuantity = 0.6m };

        Assert.Equal(new OrderStep(null), OrderLifecycle.OnTraded(null, 1m, 1m));
        Assert.Equal(new OrderStep(Known), OrderLifecycle.OnTraded(Known, 0.2m, 1m));
        Assert.Equal(new OrderStep(more), OrderLifecycle.OnTraded(Known, 0.6m, 1m));
        Assert.Equal(
            new OrderStep(new ActiveOrderState.CancelInFlight(more)), OrderLifecycle.OnTraded(Cancelling, 0.6m, 1m));
        Assert.Equal(new OrderStep(new ActiveOrderState.Unknown(more)), OrderLifecycle.OnTraded(Lost, 0.6m, 1m));
        Assert.Equal(new OrderStep(null, IsOver: true), OrderLifecycle.OnTraded(Lost, 1m, 1m));
    }

    [Fact]
    public void An_order_that_a_list_leaves_out_is_unknown_unless_it_is_newer_than_the_list()
    {
        Assert.Equal(new OrderStep(Lost), OrderLifecycle.OnMissing(Known, World.At(2)));
        Assert.Equal(new OrderStep(Known), OrderLifecycle.OnMissing(Known, World.At(1)));
        Assert.Equal(new OrderStep(Lost), OrderLifecycle.OnMissing(Cancelling, World.At(2)));
        Assert.Equal(new OrderStep(Sent), OrderLifecycle.OnMissing(Sent, World.At(9)));
        Assert.Equal(new OrderStep(CancellingBlind), OrderLifecycle.OnMissing(CancellingBlind, World.At(9)));
    }

    [Fact]
    public void Every_pair_of_state_and_report_has_a_row()
    {
        ActiveOrderState?[] known = [null, .. CasesOf<ActiveOrderState>(), Cancelling, Lost];
        OrderState[] reports =
        [
            .. CasesOf<ActiveOrderState>(), .. CasesOf<InactiveOrderState>(), Cancelling, Lost, Older, Newer, Filled,
            new InactiveOrderState.OpenFailed(TimedOut),
        ];
        foreach (var end in CasesOf<InactiveOrderState>())
        {
            foreach (var report in reports)
            {
                IsSound(OrderLifecycle.OnReportAfterEnd(OrderLifecycle.EndOf(end, World.At(2)), report, 1m), null);
            }
        }

        OrderError?[] answers = [null, SaidNo, Offline, TimedOut, TooLateFilled, TooLateCancelled];

        foreach (var order in known)
        {
            foreach (var report in reports)
            {
                IsSound(OrderLifecycle.OnReport(order, report, 1m), order);
            }

            foreach (var error in answers)
            {
                IsSound(OrderLifecycle.OnCancelAnswer(order, new CancelRow(order, error, default).To(Key)), order);
            }

            IsSound(OrderLifecycle.OnCancelSent(order), order);
            IsSound(OrderLifecycle.OnTraded(order, 0.5m, 1m), order);
        }
    }

    [Fact]
    public void Every_state_can_be_printed()
    {
        Assert.Equal("OpenInFlight", Sent.ToString());
        Assert.Equal("Open(id=1, time=1970-01-01T00:00:00.002Z, filled=0.2)", Known.ToString());
        Assert.Equal($"CancelInFlight({Known})", Cancelling.ToString());
        Assert.Equal($"Unknown({Known})", Lost.ToString());
        Assert.Equal(("CancelInFlight()", "Unknown()"), (CancellingBlind.ToString(), UnknownBlind.ToString()));
        foreach (var state in CasesOf<InactiveOrderState>())
        {
            Assert.NotEmpty(state.ToString()!);
        }
    }

    /// <summary>An anomaly other than an end leaves the order as it was, and what is over is not kept.</summary>
    private static void IsSound(OrderStep step, ActiveOrderState? order)
    {
        Assert.False(step.IsOver && step.State is not null);
        Assert.True(step.Anomaly == OrderAnomaly.None || step.IsOver || ReferenceEquals(step.State, order));
        Assert.True(order is null || step.State is not null || step.IsOver);
    }

    /// <summary>One of each case, found by reflection: a case that has no sample here fails.</summary>
    private static T[] CasesOf<T>()
        where T : OrderState
    {
        OrderState[] samples =
        [
            Sent, Known, CancellingBlind, UnknownBlind, WasCancelled, new InactiveOrderState.FullyFilled(),
            new InactiveOrderState.OpenFailed(SaidNo), new InactiveOrderState.Expired(),
        ];
        var cases = typeof(T).GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic);
        Assert.NotEmpty(cases);
        return [.. cases.Select(type => (T)Assert.Single(samples, sample => sample.GetType() == type))];
    }
}
