using Barter.Model;

namespace Barter.Engine.Strategies;

/// <summary>Sends nothing by itself; commands work as always.</summary>
public sealed class NoOrders(StrategyId id) : IStrategy, ISnapshotState
{
    public NoOrders()
        : this(new StrategyId("none"))
    {
    }

    public StrategyId Id { get; } = id;

    public void Decide(EngineState state, OrderBatch orders)
    {
    }

    object? ISnapshotState.SaveState() => null;

    void ISnapshotState.RestoreState(object? state)
    {
    }
}
