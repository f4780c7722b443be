using System.Diagnostics;
using Barter.Model;
using static Barter.Model.ActiveOrderState;
using static Barter.Model.InactiveOrderState;

namespace Barter.Engine.Orders;

/// <summary>The life of one order as a table: pure, no clock, no log, a row for every pair.</summary>
/// <remarks>
/// Null is an order that is not tracked. A row that changes nothing names the anomaly instead, and the caller decides
/// how loud to be about it. Of two sights of an order the later wins, and of two at the same time the second;
/// what has traded does not become less at the same time.
/// </remarks>
public static class OrderLifecycle
{
    /// <summary>An exchange told what it knows of an order of <paramref name="quantity"/>.</summary>
    public static OrderStep OnReport(ActiveOrderState? order, OrderState told, decimal quantity) => (order, told) switch
    {
        // A request that may have taken effect is not known to have failed
        (not null, OpenFailed { Error.LeavesOutcomeUnknown: true }) => new(new Unknown(order.LastOpen)),
        (null, OpenFailed { Error.LeavesOutcomeUnknown: true }) => new(null, Anomaly: OrderAnomaly.Untracked),
        (null, InactiveOrderState) => new(null, IsOver: true, OrderAnomaly.Untracked),
        (_, InactiveOrderState) => new(null, IsOver: true),

        (null, Open open) => Rest(open, quantity),
        (null, ActiveOrderState active) => new(active),

        (_, OpenInFlight) => new(order, Anomaly: OrderAnomaly.Repeated),

        (_, Open open) when IsOlder(open, order) => new(order, Anomaly: OrderAnomaly.Stale),
        (CancelInFlight, Open open) => Rest(WithTraded(open, order), quantity) is { State: Open rest }
            ? new(new CancelInFlight(rest))
            : new(null, IsOver: true),
        (_, Open open) => Rest(WithTraded(open, order), quantity),

        (CancelInFlight, CancelInFlight) => new(order, Anomaly: OrderAnomaly.Repeated),
        (Unknown, CancelInFlight { Order: null }) => new(order, Anomaly: OrderAnomaly.Repeated),
        (_, CancelInFlight cancelling) => new(new CancelInFlight(Newer(order, cancelling))),

        (_, Unknown unknown) => new(new Unknown(Newer(order, unknown))),

        _ => throw new UnreachableException($"No row for {order} on {told}"),
    };

    /// <summary>An exchange told of an order of <paramref name="quantity"/> that was over.</summary>
    /// <param name="ended">When it ended; only a later sight of it at rest shows that it had not.</param>
    /// <param name="told">What it told.</param>
    /// <param name="quantity">How much the order is to trade.</param>
    public static OrderStep OnReportAfterEnd(Timestamp ended, OrderState told, decimal quantity) => told switch
    {
        Open open when open.Time > ended => Rest(open, quantity),
        _ => new(null, IsOver: true, OrderAnomaly.Finished),
    };

    /// <summary>The time from which on an order that was told to be in a state is over.</summary>
    /// <param name="told">What was told last.</param>
    /// <param name="now">The time at which that was heard.</param>
    /// <returns>The last of all times for an end that nothing undoes.</returns>
    public static Timestamp EndOf(OrderState told, Timestamp now) => told switch
    {
        Cancelled cancelled => cancelled.Time,

        // It may have got through all the same
        OpenFailed => now,

        // What has traded has traded; and of an end without a date no sight is known to be later
        _ => Timestamp.MaxValue,
    };

    /// <summary>An exchange answered a cancel.</summary>
    public static OrderStep OnCancelAnswer(ActiveOrderState? order, OrderResponseCancel told) => (order, told.Error)
        switch
    {
        (null, null) => new(null, IsOver: true, OrderAnomaly.Untracked),
        (null, _) => new(null, Anomaly: OrderAnomaly.Untracked),

        (CancelInFlight or Unknown, null) => new(null, IsOver: true),
        (_, null) => new(null, IsOver: true, OrderAnomaly.NotCancelling),

        (_, OrderError.Rejected { Error: ApiError.OrderAlreadyCancelled or ApiError.OrderAlreadyFullyFilled }) =>
            new(null, IsOver: true),

        (CancelInFlight { Order: var open }, { LeavesOutcomeUnknown: true }) => new(new Unknown(open)),
        (CancelInFlight { Order: { } open }, _) => new(open),

        // The cancel did nothing and the open is still unanswered: the order is as it was, not gone
        (CancelInFlight, _) => new(new OpenInFlight()),
        (Unknown, _) => new(order),
        (_, _) => new(order, Anomaly: OrderAnomaly.NotCancelling),
    };

    /// <summary>We sent a cancel.</summary>
    public static OrderStep OnCancelSent(ActiveOrderState? order) => order switch
    {
        null => new(null, Anomaly: OrderAnomaly.Untracked),
        OpenInFlight => new(new CancelInFlight(null)),
        Open open => new(new CancelInFlight(open)),
        CancelInFlight => new(order, Anomaly: OrderAnomaly.Repeated),

        // To ask for its end is no evidence of it
        Unknown => new(order),
        _ => throw new UnreachableException($"No row for {order} on a cancel sent"),
    };

    /// <summary>The order has traded <paramref name="traded"/> in all, as far as its fills tell.</summary>
    public static OrderStep OnTraded(ActiveOrderState? order, decimal traded, decimal quantity) => order switch
    {
        null => new(null),
        _ when traded >= quantity => new(null, IsOver: true),
        Open open when traded > open.FilledQuantity => new(open with { FilledQuantity = traded }),
        CancelInFlight { Order: { } open } when traded > open.FilledQuantity =>
            new(new CancelInFlight(open with { FilledQuantity = traded })),
        Unknown { Order: { } open } when traded > open.FilledQuantity =>
            new(new Unknown(open with { FilledQuantity = traded })),
        _ => new(order),
    };

    /// <summary>The exchange listed all its open orders at a time, and this one was not among them.</summary>
    public static OrderStep OnMissing(ActiveOrderState order, Timestamp listed) => order switch
    {
        Open open when open.Time <= listed => new(new Unknown(open)),
        CancelInFlight { Order: { } open } when open.Time <= listed => new(new Unknown(open)),
        _ => new(order),
    };

    private static OrderStep Rest(Open open, decimal quantity) =>
        open.QuantityRemaining(quantity) > 0m ? new(open) : new(null, IsOver: true);

    private static bool IsOlder(Open report, ActiveOrderState? order) =>
        order?.LastOpen is { } known && report.Time < known.Time;

    /// <summary>Of two sights at the same time either may be the older one, but what has traded has traded.</summary>
    private static Open WithTraded(Open report, ActiveOrderState? order) =>
        order?.LastOpen is { } known && report.Time == known.Time && report.FilledQuantity < known.FilledQuantity
            ? report with { FilledQuantity = known.FilledQuantity }
            : report;

    private static Open? Newer(ActiveOrderState? order, ActiveOrderState report) =>
        order?.LastOpen is { } known && (report.LastOpen is not { } told || told.Time < known.Time)
            ? known
            : report.LastOpen;
}
