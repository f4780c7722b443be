namespace Barter.Model;

/// <summary>A trade that an exchange published; the side is that of the order that took.</summary>
public readonly record struct PublicTrade(string Id, decimal Price, decimal Amount, Side Side);
