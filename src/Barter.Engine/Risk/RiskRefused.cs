namespace Barter.Engine.Risk;

/// <summary>A request that was not sent because the risk policy said no.</summary>
public sealed record RiskRefused<T>(T Item, string Reason);
