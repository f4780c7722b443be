using Barter.Model;

namespace Barter.TestKit;

/// <summary>An order that the engine sent.</summary>
/// <param name="Number">In the order of sending; the first is 1.</param>
/// <param name="Request">What was sent.</param>
/// <param name="Step">The step of the audit in which it was sent.</param>
/// <param name="TwinOf">The number of an order of the same terms that was not known to be over then.</param>
public sealed record SentOrder(int Number, OrderRequestOpen Request, ulong Step, int? TwinOf);
