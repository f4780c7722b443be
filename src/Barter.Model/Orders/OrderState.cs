namespace Barter.Model;

/// <summary>What is believed of an order: <see cref="ActiveOrderState"/> or <see cref="InactiveOrderState"/>.</summary>
public abstract record OrderState
{
    private protected OrderState()
    {
    }

    /// <summary>The exchange's time of the state, where there is one.</summary>
    public virtual Timestamp? TimeExchange => null;
}
