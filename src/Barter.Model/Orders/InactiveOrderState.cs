namespace Barter.Model;

/// <summary>An order that is over.</summary>
public abstract record InactiveOrderState : OrderState
{
    private InactiveOrderState()
    {
    }

    public sealed record Cancelled(OrderId Id, Timestamp Time) : InactiveOrderState
    {
        public override Timestamp? TimeExchange => Time;
    }

    public sealed record FullyFilled : InactiveOrderState;

    public sealed record OpenFailed(OrderError Error) : InactiveOrderState;

    public sealed record Expired : InactiveOrderState;
}
