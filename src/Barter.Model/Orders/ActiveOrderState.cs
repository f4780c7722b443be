namespace Barter.Model;

/// <summary>An order that may still trade.</summary>
public abstract record ActiveOrderState : OrderState
{
    private ActiveOrderState()
    {
    }

    /// <summary>The last state that the exchange itself told, if any.</summary>
    public virtual Open? LastOpen => null;

    public override Timestamp? TimeExchange => LastOpen?.Time;

    /// <summary>Sent; nothing heard yet.</summary>
    public sealed record OpenInFlight : ActiveOrderState
    {
        public override string ToString() => "OpenInFlight";
    }

    /// <summary>Rests at the exchange.</summary>
    /// <param name="Id">The exchange's id.</param>
    /// <param name="Time">The exchange's time of this state.</param>
    /// <param name="FilledQuantity">How much has traded; zero or more.</param>
    public sealed record Open(OrderId Id, Timestamp Time, decimal FilledQuantity) : ActiveOrderState
    {
        public override Open LastOpen => this;

        public decimal QuantityRemaining(decimal quantity) => quantity - FilledQuantity;

        // The members would print themselves without end, as the last open state of an open order is the state itself
        public override string ToString() => $"Open(id={Id}, time={Time}, filled={DecimalText.Format(FilledQuantity)})";
    }

    /// <summary>A cancel was sent; nothing heard yet.</summary>
    public sealed record CancelInFlight(Open? Order) : ActiveOrderState
    {
        public override Open? LastOpen => Order;

        public override string ToString() => $"CancelInFlight({Order})";
    }

    /// <summary>A request was sent and its outcome is not known; only evidence moves the order on.</summary>
    public sealed record Unknown(Open? Order) : ActiveOrderState
    {
        public override Open? LastOpen => Order;

        public override string ToString() => $"Unknown({Order})";
    }
}
