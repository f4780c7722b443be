using Barter.Model;

namespace Barter.Engine.Orders;

/// <summary>What becomes of an order.</summary>
/// <param name="State">Its next state; none where it is not tracked (any more).</param>
/// <param name="IsOver">Whether it is known to be over, so that later news of it is an echo.</param>
/// <param name="Anomaly">What was odd about the input.</param>
public readonly record struct OrderStep(
    ActiveOrderState? State, bool IsOver = false, OrderAnomaly Anomaly = OrderAnomaly.None);
