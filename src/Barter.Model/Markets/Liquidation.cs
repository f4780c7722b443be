namespace Barter.Model;

/// <summary>A position that an exchange closed by force.</summary>
public readonly record struct Liquidation(Side Side, decimal Price, decimal Quantity, Timestamp Time);
