using Barter.Model;

namespace Barter.Execution.Exchanges;

/// <summary>What an exchange tells of our account.</summary>
/// <param name="Number">From 1 and without gaps.</param>
/// <param name="Event">What.</param>
public sealed record AccountReport(long Number, AccountEvent Event);
