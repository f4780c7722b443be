using Barter.Model;

namespace Barter.Engine.Risk;

/// <summary>Refuses nothing.</summary>
public sealed class ApproveAll : IRiskPolicy
{
    public RiskVerdict Check(OrderRequestOpen request, EngineState state) => RiskVerdict.Approve;
}
