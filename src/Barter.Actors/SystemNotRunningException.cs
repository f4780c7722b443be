namespace Barter.Actors;

/// <summary>Something was asked of a system that has stopped.</summary>
public sealed class SystemNotRunningException : InvalidOperationException
{
    internal SystemNotRunningException(TerminationReason reason)
        : base($"system is not running: {reason.Message}", reason.Exception) => Reason = reason;

    /// <summary>Why it stopped.</summary>
    public TerminationReason Reason { get; }
}
