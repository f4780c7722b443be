using Barter.Model;

namespace Barter.Engine.Strategies;

/// <summary>Sends nothing by itself; commands work as always.</summary>
public sealed class NoOrders : IStrategy
{
    public StrategyId Id { get; } = new("none");

    public void Decide(EngineState state, OrderBatch orders)
    {
    }
}
