using Barter.Model;

namespace Barter.Execution.Exchanges;

/// <summary>An account at one moment.</summary>
/// <param name="Time">Of the exchange.</param>
/// <param name="LastReport">The number of the last report before.</param>
/// <param name="Account">Balances and open orders.</param>
public sealed record AccountState(Timestamp Time, long LastReport, AccountSnapshot Account);
