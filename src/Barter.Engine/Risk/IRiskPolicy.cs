using Barter.Model;

namespace Barter.Engine.Risk;

/// <summary>Says of every order that a strategy wishes to send whether it may; it is not asked of commands.</summary>
/// <remarks>
/// Requests are asked about one by one, and what was approved before counts as sent. It is called on the engine's
/// thread: it must be quick and may not wait.
/// </remarks>
public interface IRiskPolicy
{
    RiskVerdict Check(OrderRequestOpen request, EngineState state);

    /// <summary>Cancels reduce risk, so they are approved unless a policy says otherwise.</summary>
    RiskVerdict Check(OrderRequestCancel request, EngineState state) => RiskVerdict.Approve;
}
