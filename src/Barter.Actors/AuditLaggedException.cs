namespace Barter.Actors;

/// <summary>A reader of the audit fell behind too far and was let go.</summary>
public sealed class AuditLaggedException : Exception
{
    internal AuditLaggedException(ulong sequence)
        : base($"the reader of the audit fell behind: tick {sequence} found no room (barter.audit.capacity); "
            + "read faster or on a thread of its own") => Sequence = sequence;

    /// <summary>The first tick that is missing.</summary>
    public ulong Sequence { get; }
}
