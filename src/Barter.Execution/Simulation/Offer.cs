namespace Barter.Execution.Simulation;

/// <summary>A price at which an order can trade on arrival, and how much; no amount where no depth is known.</summary>
internal readonly record struct Offer(decimal Price, decimal? Amount);
