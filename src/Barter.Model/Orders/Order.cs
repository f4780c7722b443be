namespace Barter.Model;

/// <summary>An order with what is known of it.</summary>
/// <param name="Key">Names the order.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Price">Limit price; none for a market order.</param>
/// <param name="Quantity">As ordered, traded part included.</param>
/// <param name="Kind">Market or limit.</param>
/// <param name="TimeInForce">How long it may wait.</param>
/// <param name="State">What is believed of it.</param>
public sealed record Order(
    OrderKey Key,
    Side Side,
    decimal? Price,
    decimal Quantity,
    OrderKind Kind,
    TimeInForce TimeInForce,
    OrderState State)
{
    /// <summary>How much may still trade, as far as is known.</summary>
    public decimal QuantityRemaining => Quantity - ((State as ActiveOrderState)?.LastOpen?.FilledQuantity ?? 0m);

    /// <summary>The request that it came from.</summary>
    public OrderRequestOpen ToOpenRequest() => new(Key, Side, Price, Quantity, Kind, TimeInForce);

    /// <summary>The request that would cancel it; none for one that is over or being cancelled.</summary>
    public OrderRequestCancel? ToCancelRequest() => State switch
    {
        ActiveOrderState.CancelInFlight or InactiveOrderState => null,
        ActiveOrderState active => new OrderRequestCancel(Key, active.LastOpen?.Id),
        _ => null,
    };
}
