namespace Barter.Actors;

/// <summary>A session cannot be taken up where it was; the message says why and what to do.</summary>
public sealed class SessionRecoveryException : InvalidOperationException
{
    internal SessionRecoveryException(string message, long? entry = null, Exception? cause = null)
        : base(message, cause) => Entry = entry;

    /// <summary>The number of the journal's entry it is about, from 0, if it is about one.</summary>
    public long? Entry { get; }
}
