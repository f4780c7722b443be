namespace Barter.Model;

/// <summary>What became of an order, without its terms.</summary>
public sealed record OrderEvent(OrderKey Key, OrderState State);
