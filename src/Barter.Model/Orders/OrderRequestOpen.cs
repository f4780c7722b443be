namespace Barter.Model;

/// <summary>A wish to place an order.</summary>
public sealed record OrderRequestOpen
{
    /// <param name="key">Names the order.</param>
    /// <param name="side">Buy or sell.</param>
    /// <param name="price">Limit price; a market order carries none, and one that is given is dropped.</param>
    /// <param name="quantity">Positive where it is to be accepted; in the instrument's unit.</param>
    /// <param name="kind">Market or limit.</param>
    /// <param name="timeInForce">How long it may wait.</param>
    /// <exception cref="ArgumentException">A limit order without a price.</exception>
    public OrderRequestOpen(
        OrderKey key, Side side, decimal? price, decimal quantity, OrderKind kind, TimeInForce timeInForce)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (kind == OrderKind.Limit && price is null)
        {
            throw new ArgumentException($"limit order {key} has no price", nameof(price));
        }

        (Key, Side, Quantity, Kind, TimeInForce) = (key, side, quantity, kind, timeInForce);
        Price = kind == OrderKind.Limit ? price : null;
    }

    public OrderKey Key { get; }

    public Side Side { get; }

    public decimal? Price { get; }

    public decimal Quantity { get; }

    public OrderKind Kind { get; }

    public TimeInForce TimeInForce { get; }

    /// <summary>A market order: trades at once what it can, and the rest is cancelled.</summary>
    public static OrderRequestOpen Market(OrderKey key, Side side, decimal quantity) =>
        new(key, side, null, quantity, OrderKind.Market, TimeInForce.ImmediateOrCancel);

    public static OrderRequestOpen Limit(
        OrderKey key, Side side, decimal price, decimal quantity, TimeInForce timeInForce = default) =>
        new(key, side, price, quantity, OrderKind.Limit, timeInForce);

    /// <summary>The order that is tracked from the moment the request was sent.</summary>
    public Order ToOrder() => new(Key, Side, Price, Quantity, Kind, TimeInForce, new ActiveOrderState.OpenInFlight());

    /// <summary>The same order once the exchange has told that it rests.</summary>
    /// <exception cref="ArgumentException">Less than nothing is filled, or more than was ordered.</exception>
    public Order ToOrder(ActiveOrderState.Open open)
    {
        ArgumentNullException.ThrowIfNull(open);
        if (open.FilledQuantity < 0m)
        {
            throw new ArgumentOutOfRangeException(
                nameof(open), open.FilledQuantity, "filled_quantity must be a non-negative numeric value");
        }

        return open.FilledQuantity <= Quantity
            ? ToOrder() with { State = open }
            : throw new ArgumentOutOfRangeException(
                nameof(open), open.FilledQuantity,
                $"filled_quantity cannot exceed order quantity {DecimalText.Format(Quantity)}");
    }

    public override string ToString() => Price is { } price
        ? $"{Side} {DecimalText.Format(Quantity)} @ {DecimalText.Format(price)} {Key}"
        : $"{Side} {DecimalText.Format(Quantity)} at market {Key}";
}
