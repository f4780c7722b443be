namespace Barter.Engine.Audit;

/// <summary>A request that was not sent, and why.</summary>
public sealed record SendRefused<T>(T Request, SendRefusal Reason);
