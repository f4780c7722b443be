using Barter.Model;
using Barter.TestKit.Running;

namespace Barter.TestKit;

/// <summary>How an exchange misbehaves in a scenario.</summary>
/// <remarks>
/// Orders are named by the number in which they are sent; the first is 1. Times count from the start of the scenario.
/// Whatever is lost is told when the exchange is asked again, as its own books have it.
/// </remarks>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>
    /// The order arrives, and the answer to it is lost: its outcome is unknown until the exchange is asked.
    /// </summary>
    public static Fault AckLost(int order = 1) => new OfOrder(FaultKind.AckLost, order);

    /// <summary>
    /// The answer to the order comes when it was given up: after twice the time that is waited for one.
    /// </summary>
    public static Fault AckLateAfterTimeout(int order = 1) => new OfOrder(FaultKind.AckLateAfterTimeout, order);

    /// <summary>The order is refused.</summary>
    public static Fault Rejected(int order = 1, string reason = "the exchange does not want it") =>
        new OfOrder(FaultKind.Rejected, order) { Reason = reason };

    /// <summary>That the order trades is told before that it arrived.</summary>
    public static Fault FillBeforeAck(int order = 1) => new OfOrder(FaultKind.FillBeforeAck, order);

    /// <summary>
    /// Half of the resting order trades just before its cancel arrives, and that is told after the cancel.
    /// </summary>
    public static Fault FillAfterCancelAccepted(int order = 1) =>
        new OfOrder(FaultKind.FillAfterCancelAccepted, order);

    /// <summary>
    /// The resting order trades just before its cancel arrives: the cancel is refused, then the fill is told.
    /// </summary>
    public static Fault CancelRejectBecauseFilled(int order = 1) =>
        new OfOrder(FaultKind.CancelRejectBecauseFilled, order);

    /// <summary>
    /// Each fill of the order is told twice, the second time as a query has it: no strategy, time cut.
    /// </summary>
    public static Fault DuplicateFillBySocketAndPoll(int order = 1) =>
        new OfOrder(FaultKind.DuplicateFillBySocketAndPoll, order);

    /// <summary>The second fill of the order is told before the first.</summary>
    public static Fault OutOfOrderFills(int order = 1) => new OfOrder(FaultKind.OutOfOrderFills, order);

    /// <summary>More of the order trades than was ordered.</summary>
    /// <param name="order">Its number.</param>
    /// <param name="excess">How much more; above 0.</param>
    public static Fault Overfill(int order, decimal excess)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(excess);
        return new OfOrder(FaultKind.Overfill, order) { Excess = excess };
    }

    /// <summary>
    /// Half of the order trades when it rests, and the link to the account breaks before that is told.
    /// </summary>
    public static Fault PartialThenDisconnect(int order = 1) => new OfOrder(FaultKind.PartialThenDisconnect, order);

    /// <summary>The link to the account breaks when the order arrives; the answer is told when it is back.</summary>
    public static Fault Disconnect(int order = 1) => new OfOrder(FaultKind.Disconnect, order);

    /// <summary>The link to the account is down for a time.</summary>
    public static Fault DisconnectAt(TimeSpan at, TimeSpan length) => new Down(at, length);

    /// <summary>Every request is refused for a time, as with 429 and 418.</summary>
    public static Fault Ban(TimeSpan at, TimeSpan length) => new Banned(at, length);

    /// <summary>Orders of an instrument are refused for a time.</summary>
    public static Fault HaltedInstrument(string instrument, TimeSpan at, TimeSpan length) =>
        new Halted(instrument, at, length);

    /// <summary>Somebody pays in or takes out: the exchange tells another balance from then on.</summary>
    public static Fault AccountChangedByHand(TimeSpan at, string asset, decimal amount) =>
        new PaidByHand(at, asset, amount);

    /// <summary>Somebody sends an order at market by hand: a position changes that the strategy did not move.</summary>
    public static Fault AccountChangedByHand(TimeSpan at, string instrument, Side side, decimal quantity) =>
        new TradedByHand(at, instrument, side, quantity);

    /// <summary>Each order meets, with a chance, with one fault that is drawn.</summary>
    /// <param name="percent">0 to 100.</param>
    public static Fault Random(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        return new Drawn(percent);
    }

    internal sealed record OfOrder(FaultKind Kind, int Order) : Fault
    {
        public string Reason { get; init; } = "";

        public decimal Excess { get; init; }

        public override string ToString() => string.Create(null, $"{Kind}({Order})");
    }

    internal sealed record Down(TimeSpan At, TimeSpan Length) : Fault
    {
        public override string ToString() => $"DisconnectAt({At}, {Length})";
    }

    internal sealed record Banned(TimeSpan At, TimeSpan Length) : Fault
    {
        public override string ToString() => $"Ban({At}, {Length})";
    }

    internal sealed record Halted(string Instrument, TimeSpan At, TimeSpan Length) : Fault
    {
        public override string ToString() => $"HaltedInstrument({Instrument}, {At}, {Length})";
    }

    internal sealed record PaidByHand(TimeSpan At, string Asset, decimal Amount) : Fault
    {
        public override string ToString() => $"AccountChangedByHand({At}, {Asset}, {DecimalText.Format(Amount)})";
    }

    internal sealed record TradedByHand(TimeSpan At, string Instrument, Side Side, decimal Quantity) : Fault
    {
        public override string ToString() =>
            $"AccountChangedByHand({At}, {Instrument}, {Side}, {DecimalText.Format(Quantity)})";
    }

    internal sealed record Drawn(int Percent) : Fault
    {
        public override string ToString() => string.Create(null, $"Random({Percent})");
    }
}
