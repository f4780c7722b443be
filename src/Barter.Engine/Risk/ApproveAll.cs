using Barter.Engine.Strategies;
using Barter.Model;

namespace Barter.Engine.Risk;

/// <summary>Refuses nothing.</summary>
public sealed class ApproveAll : IRiskPolicy, ISnapshotState
{
    public RiskVerdict Check(OrderRequestOpen request, EngineState state) => RiskVerdict.Approve;

    object? ISnapshotState.SaveState() => null;

    void ISnapshotState.RestoreState(object? state)
    {
    }
}
