namespace Barter.Model;

/// <summary>The balance of an asset at a time of its exchange.</summary>
public sealed record AssetBalance(AssetIndex Asset, Balance Balance, Timestamp TimeExchange);
