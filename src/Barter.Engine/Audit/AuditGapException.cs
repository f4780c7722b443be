namespace Barter.Engine.Audit;

/// <summary>Ticks of an audit are missing.</summary>
public sealed class AuditGapException(ulong expected, ulong received) : InvalidOperationException(
    string.Create(null, $"audit ticks are missing: expected sequence {expected}, received {received}"))
{
    public ulong Expected { get; } = expected;

    public ulong Received { get; } = received;
}
