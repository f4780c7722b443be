using Barter.Model;

namespace Barter.Execution.Simulation;

/// <summary>An accepted order as the exchange keeps it; one that is over is kept to answer late cancels.</summary>
internal sealed class SimulatedOrder
{
    /// <param name="number">Rank of arrival.</param>
    /// <param name="id">The exchange's id.</param>
    /// <param name="order">As it arrived.</param>
    /// <param name="arrival">When it arrived.</param>
    /// <param name="filled">How much of it has traded before.</param>
    public SimulatedOrder(long number, OrderId id, Order order, Timestamp arrival, decimal filled)
    {
        (Number, Id, Arrival, Filled) = (number, id, arrival, filled);
        Order = order with { State = new ActiveOrderState.Open(id, arrival, filled) };
    }

    public long Number { get; }

    public OrderId Id { get; }

    public Timestamp Arrival { get; }

    /// <summary>With its state as of now.</summary>
    public Order Order { get; private set; }

    public decimal Filled { get; private set; }

    /// <summary>What the ledger holds for it, in the asset that it gives.</summary>
    public decimal Reserved { get; set; }

    /// <summary>How much of others is served before it at its price; none where that is not known.</summary>
    public decimal? QueueAhead { get; set; }

    public Side Side => Order.Side;

    /// <summary>The price of a limit order.</summary>
    public decimal Limit => Order.Price!.Value;

    public decimal Remaining => Order.Quantity - Filled;

    public bool IsOpen => Order.State is ActiveOrderState;

    /// <summary>When its day ends: the first midnight (UTC) after its arrival.</summary>
    public Timestamp? Expiry => Order.TimeInForce.Kind == TimeInForce.Kinds.GoodUntilEndOfDay
        ? Arrival.Midnight.AddNanos(Timestamp.NanosPerDay)
        : null;

    public void Fill(decimal quantity, Timestamp now)
    {
        Filled += quantity;
        Order = Order with
        {
            State = Remaining == 0m
                ? new InactiveOrderState.FullyFilled()
                : new ActiveOrderState.Open(Id, now, Filled),
        };
    }

    public void Cancel(Timestamp now) => Order = Order with { State = new InactiveOrderState.Cancelled(Id, now) };

    public void Expire() => Order = Order with { State = new InactiveOrderState.Expired() };
}
