using Barter.Engine.Orders;
using Barter.Model;
using static Barter.Engine.Orders.OrderAnomaly;
using static Barter.Model.ActiveOrderState;
using static Barter.Model.InactiveOrderState;

namespace Barter.Engine.Tests.Orders;

/// <summary>The rows of the order tables, for an order of quantity 1. Times are 1 (older), 2 and 3 (newer).</summary>
internal static class OrderRows
{
    public static readonly OpenInFlight Sent = new();
    public static readonly CancelInFlight CancellingBlind = new(null);
    public static readonly Unknown UnknownBlind = new(null);
    public static readonly Open Older = Rests(1, 0.1m);
    public static readonly Open Known = Rests(2, 0.2m);
    public static readonly Open Same = Rests(2, 0.3m);
    public static readonly Open Newer = Rests(3, 0.4m);
    public static readonly Open Latest = Rests(8, 0.4m);
    public static readonly Open Filled = Rests(3, 1m);
    public static readonly CancelInFlight Cancelling = new(Known);
    public static readonly Unknown Lost = new(Known);

    public static readonly Cancelled WasCancelled = new(new OrderId("1"), World.At(1));
    public static readonly OrderError TimedOut = new OrderError.Connectivity(new ConnectivityError.Timeout());
    public static readonly OrderError SocketBroke = new OrderError.Connectivity(new ConnectivityError.Socket("reset"));
    public static readonly OrderError Offline =
        new OrderError.Connectivity(new ConnectivityError.ExchangeOffline(ExchangeId.BinanceSpot));
    public static readonly OrderError SaidNo = new OrderError.Rejected(new ApiError.OrderRejected("no"));
    public static readonly OrderError TooLateFilled = new OrderError.Rejected(new ApiError.OrderAlreadyFullyFilled());
    public static readonly OrderError TooLateCancelled = new OrderError.Rejected(new ApiError.OrderAlreadyCancelled());

    private static readonly (string Name, ActiveOrderState? State)[] Tracked =
    [
        ("sent", Sent), ("open", Known), ("cancelling blind", CancellingBlind), ("cancelling", Cancelling),
        ("unknown blind", UnknownBlind), ("unknown", Lost),
    ];

    private static readonly (string Name, InactiveOrderState State)[] Over =
    [
        ("cancelled", WasCancelled), ("filled", new FullyFilled()), ("refused", new OpenFailed(SaidNo)),
        ("offline", new OpenFailed(Offline)), ("expired", new Expired()),
    ];

    public static OrderedDictionary<string, ReportRow> Reports { get; } = new(StringComparer.Ordinal);

    public static OrderedDictionary<string, EndRow> ReportsAfterEnd { get; } = new(StringComparer.Ordinal);

    public static OrderedDictionary<string, CancelRow> CancelAnswers { get; } = new(StringComparer.Ordinal);

    static OrderRows()
    {
        AddReportsOfEnds();
        AddReportsWhileUntracked();
        AddReportsWhileTracked();
        AddReportsWhileUnknown();
        AddReportsAfterEnd();
        AddCancelAnswers();
    }

    private static Open Rests(int millis, decimal filled) => new(new OrderId("1"), World.At(millis), filled);

    private static void AddReportsOfEnds()
    {
        foreach (var (over, inactive) in Over)
        {
            Report($"1 untracked, {over}", null, inactive, new(null, IsOver: true, Untracked));
            foreach (var (name, state) in Tracked)
            {
                Report($"5 {name}, {over}", state, inactive, new(null, IsOver: true));
            }
        }

        foreach (var error in new[] { TimedOut, SocketBroke })
        {
            Report($"1 untracked, {error}", null, new OpenFailed(error), new(null, Anomaly: Untracked));
            foreach (var (name, state) in Tracked)
            {
                Report($"5 {name}, {error}", state, new OpenFailed(error), new(new Unknown(state!.LastOpen)));
            }
        }
    }

    private static void AddReportsWhileUntracked()
    {
        Report("2 untracked, filled", null, Filled, new(null, IsOver: true));
        Report("3 untracked, open", null, Known, new(Known));
        Report("4 untracked, sent", null, Sent, new(Sent));
        Report("4 untracked, cancelling blind", null, CancellingBlind, new(CancellingBlind));
        Report("4 untracked, cancelling", null, Cancelling, new(Cancelling));
        Report("4 untracked, unknown", null, Lost, new(Lost));
    }

    private static void AddReportsWhileTracked()
    {
        Report("6 sent, sent", Sent, Sent, new(Sent, Anomaly: Repeated));
        Report("7 sent, open", Sent, Known, new(Known));
        Report("8 sent, filled", Sent, Filled, new(null, IsOver: true));
        Report("9 sent, cancelling blind", Sent, CancellingBlind, new(CancellingBlind));
        Report("9 sent, cancelling", Sent, Cancelling, new(Cancelling));
        Report("10 open, sent", Known, Sent, new(Known, Anomaly: Repeated));
        Report("11 open, newer", Known, Newer, new(Newer));
        Report("11 open, same time", Known, Same, new(Same));
        Report("11 open, filled", Known, Filled, new(null, IsOver: true));
        Report("12 open, older", Known, Older, new(Known, Anomaly: Stale));
        Report("13 open, cancelling newer", Known, new CancelInFlight(Newer), new(new CancelInFlight(Newer)));
        Report("13 open, cancelling same time", Known, new CancelInFlight(Same), new(new CancelInFlight(Same)));
        Report("14 open, cancelling older", Known, new CancelInFlight(Older), new(Cancelling));
        Report("14 open, cancelling blind", Known, CancellingBlind, new(Cancelling));
        Report("15 cancelling blind, sent", CancellingBlind, Sent, new(CancellingBlind, Anomaly: Repeated));
        Report("15 cancelling, sent", Cancelling, Sent, new(Cancelling, Anomaly: Repeated));
        Report("16 cancelling blind, open", CancellingBlind, Known, new(Cancelling));
        Report("16 cancelling blind, filled", CancellingBlind, Filled, new(null, IsOver: true));
        Report("17 cancelling, newer", Cancelling, Newer, new(new CancelInFlight(Newer)));
        Report("17 cancelling, same time", Cancelling, Same, new(new CancelInFlight(Same)));
        Report("17 cancelling, filled", Cancelling, Filled, new(null, IsOver: true));
        Report("18 cancelling, older", Cancelling, Older, new(Cancelling, Anomaly: Stale));
        Report("19 cancelling, cancelling", Cancelling, new CancelInFlight(Newer), new(Cancelling, Anomaly: Repeated));
        Report("19 cancelling blind, cancelling", CancellingBlind, Cancelling, new(CancellingBlind, Anomaly: Repeated));
    }

    private static void AddReportsWhileUnknown()
    {
        Report("20 unknown blind, sent", UnknownBlind, Sent, new(UnknownBlind, Anomaly: Repeated));
        Report("20 unknown, sent", Lost, Sent, new(Lost, Anomaly: Repeated));
        Report("21 unknown blind, open", UnknownBlind, Known, new(Known));
        Report("21 unknown, newer", Lost, Newer, new(Newer));
        Report("21 unknown, same time", Lost, Same, new(Same));
        Report("21 unknown, filled", Lost, Filled, new(null, IsOver: true));
        Report("22 unknown, older", Lost, Older, new(Lost, Anomaly: Stale));
        Report("23 unknown, cancelling blind", Lost, CancellingBlind, new(Lost, Anomaly: Repeated));
        Report("23 unknown, cancelling newer", Lost, new CancelInFlight(Newer), new(new CancelInFlight(Newer)));
        Report("23 unknown, cancelling older", Lost, new CancelInFlight(Older), new(Cancelling));
        Report("24 sent, unknown", Sent, UnknownBlind, new(UnknownBlind));
        Report("24 open, unknown blind", Known, UnknownBlind, new(Lost));
        Report("24 open, unknown newer", Known, new Unknown(Newer), new(new Unknown(Newer)));
        Report("24 cancelling, unknown older", Cancelling, new Unknown(Older), new(Lost));
        Report("24 unknown blind, unknown", UnknownBlind, Lost, new(Lost));
    }

    /// <summary>A refusal was heard at 2; the cancelled ended at 1 or 2.</summary>
    private static void AddReportsAfterEnd()
    {
        var stays = new OrderStep(null, IsOver: true, Finished);
        foreach (var (over, end) in Over)
        {
            var isDated = end is Cancelled or OpenFailed;
            Add("open before", end, Older, stays);
            Add("open later", end, Newer, isDated ? new(Newer) : stays);
            Add("open later with nothing left", end, Filled, isDated ? new(null, IsOver: true) : stays);
            foreach (var (name, state) in Tracked.Where(row => row.State is not Open))
            {
                Add(name, end, state!, stays);
            }

            foreach (var (name, state) in Over)
            {
                Add(name, end, state, stays);
            }

            Add("timed out", end, new OpenFailed(TimedOut), stays);

            void Add(string told, InactiveOrderState end, OrderState report, OrderStep expected) =>
                ReportsAfterEnd.Add($"{over}, {told}", new EndRow(end, report, expected));
        }

        var later = WasCancelled with { Time = World.At(2) };
        ReportsAfterEnd.Add("cancelled, open at the same time", new EndRow(later, Known, stays));
        ReportsAfterEnd.Add("refused, open at the same time", new EndRow(new OpenFailed(SaidNo), Known, stays));
    }

    private static void AddCancelAnswers()
    {
        Answer("untracked, ok", null, null, new(null, IsOver: true, Untracked));
        Answer("sent, ok", Sent, null, new(null, IsOver: true, NotCancelling));
        Answer("open, ok", Known, null, new(null, IsOver: true, NotCancelling));
        Answer("cancelling blind, ok", CancellingBlind, null, new(null, IsOver: true));
        Answer("cancelling, ok", Cancelling, null, new(null, IsOver: true));
        Answer("unknown blind, ok", UnknownBlind, null, new(null, IsOver: true));
        Answer("unknown, ok", Lost, null, new(null, IsOver: true));
        foreach (var error in new[] { SaidNo, Offline, TimedOut, SocketBroke })
        {
            var isLost = error.LeavesOutcomeUnknown;
            Answer($"untracked, {error}", null, error, new(null, Anomaly: Untracked));
            Answer($"sent, {error}", Sent, error, new(Sent, Anomaly: NotCancelling));
            Answer($"open, {error}", Known, error, new(Known, Anomaly: NotCancelling));
            Answer($"cancelling blind, {error}", CancellingBlind, error, new(isLost ? UnknownBlind : Sent));
            Answer($"cancelling, {error}", Cancelling, error, new(isLost ? Lost : Known));
            Answer($"unknown blind, {error}", UnknownBlind, error, new(UnknownBlind));
            Answer($"unknown, {error}", Lost, error, new(Lost));
        }

        foreach (var error in new[] { TooLateFilled, TooLateCancelled })
        {
            Answer($"untracked, {error}", null, error, new(null, Anomaly: Untracked));
            foreach (var (name, state) in Tracked)
            {
                Answer($"{name}, {error}", state, error, new(null, IsOver: true));
            }
        }
    }

    private static void Report(string name, ActiveOrderState? known, OrderState report, OrderStep expected) =>
        Reports.Add(name, new ReportRow(known, report, expected));

    private static void Answer(string name, ActiveOrderState? known, OrderError? error, OrderStep expected) =>
        CancelAnswers.Add(name, new CancelRow(known, error, expected));

    internal sealed record ReportRow(ActiveOrderState? Known, OrderState Report, OrderStep Expected);

    internal sealed record EndRow(InactiveOrderState End, OrderState Report, OrderStep Expected);

    internal sealed record CancelRow(ActiveOrderState? Known, OrderError? Error, OrderStep Expected)
    {
        public OrderResponseCancel To(OrderKey key) => Error is null
            ? new OrderResponseCancel(key, WasCancelled)
            : new OrderResponseCancel(key, Error);
    }
}
