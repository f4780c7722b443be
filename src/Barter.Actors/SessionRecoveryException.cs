namespace Barter.Actors;

/// <summary>A session cannot be taken up where it was; the message says why and what to do.</summary>
public sealed class SessionRecoveryException : InvalidOperationException
{
    internal SessionRecoveryException(string message, long? entry = null, Exception? cause = null)
        : base(message, cause) => Entry = entry;

    /// <summary>The number of the journal's entry it is about, from 0, if it is about one.</summary>
    public long? Entry { get; }

    /// <summary>What was done then and is not now, if that is why.</summary>
    public ReplayDifference? Difference { get; internal init; }
}
