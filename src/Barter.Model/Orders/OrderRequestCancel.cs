namespace Barter.Model;

/// <summary>A wish to cancel an order; the exchange's id is left out while it is not known.</summary>
public sealed record OrderRequestCancel(OrderKey Key, OrderId? Id = null);
