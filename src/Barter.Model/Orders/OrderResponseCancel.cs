namespace Barter.Model;

/// <summary>The answer to a cancel: the cancelled state, or why not. Exactly one of the two is there.</summary>
public sealed record OrderResponseCancel
{
    public OrderResponseCancel(OrderKey key, InactiveOrderState.Cancelled cancelled) =>
        (Key, Cancelled) = (key, cancelled);

    public OrderResponseCancel(OrderKey key, OrderError error) => (Key, Error) = (key, error);

    public OrderKey Key { get; }

    public InactiveOrderState.Cancelled? Cancelled { get; }

    public OrderError? Error { get; }
}
