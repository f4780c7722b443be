using Barter.Model;

namespace Barter.Configuration;

/// <summary>What a simulated account holds of an asset at the start.</summary>
/// <param name="Asset">The exchange's name of the asset; case does not matter.</param>
/// <param name="Balance">How much.</param>
/// <param name="TimeExchange">Since when, where the configuration says so.</param>
public sealed record StartingBalance(string Asset, Balance Balance, Timestamp? TimeExchange = null);
