using Barter.Model;

namespace Barter.Configuration;

/// <summary>A limit order that rests at a simulated exchange at the start.</summary>
/// <param name="Instrument">The exchange's symbol.</param>
/// <param name="Strategy">Whose it is.</param>
/// <param name="ClientOrderId">Our name for it.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Price">Limit price.</param>
/// <param name="Quantity">As ordered, traded part included.</param>
/// <param name="TimeInForce">How long it may wait.</param>
/// <param name="State">Its id at the exchange, and how much of it has traded.</param>
public sealed record StartingOrder(
    string Instrument,
    StrategyId Strategy,
    ClientOrderId ClientOrderId,
    Side Side,
    decimal Price,
    decimal Quantity,
    TimeInForce TimeInForce,
    ActiveOrderState.Open State);
