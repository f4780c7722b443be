namespace Barter.Execution.Simulation;

/// <summary>A decision that a resting order trades, at its own price.</summary>
internal readonly record struct RestingFill(SimulatedOrder Order, decimal Quantity);
