using Barter.Journal;

namespace Barter.Actors;

/// <summary>What came of a replay.</summary>
/// <param name="Found">What the journal held.</param>
/// <param name="Replica">The session as far as the replay came.</param>
/// <param name="Difference">Where it first did something else than the session; null where it did all the same.</param>
public sealed record JournalReplayed(JournalFound? Found, JournalReplica Replica, ReplayDifference? Difference)
{
    public bool IsIdentical => Difference is null;
}
