using Barter.Engine.Risk;
using Barter.Model;

namespace Barter.Engine.Audit;

/// <summary>What became of a batch of cancels and opens. Cancels go first.</summary>
public sealed record OrdersOutput(
    SendOutput<OrderRequestCancel> Cancels,
    SendOutput<OrderRequestOpen> Opens,
    ValueList<RiskRefused<OrderRequestCancel>> CancelsRefused,
    ValueList<RiskRefused<OrderRequestOpen>> OpensRefused)
{
    public static OrdersOutput Empty { get; } =
        new(SendOutput<OrderRequestCancel>.Empty, SendOutput<OrderRequestOpen>.Empty, [], []);

    public bool IsEmpty => Cancels.IsEmpty && Opens.IsEmpty && CancelsRefused.Count == 0 && OpensRefused.Count == 0;

    /// <summary>Whether all that was asked for was sent.</summary>
    internal bool IsAllSent =>
        Cancels.Errors.Count == 0 && Opens.Errors.Count == 0 && CancelsRefused.Count == 0 && OpensRefused.Count == 0;
}
