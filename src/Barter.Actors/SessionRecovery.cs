namespace Barter.Actors;

/// <summary>What a session was taken up from.</summary>
/// <param name="Entries">How many entries its journal held.</param>
/// <param name="Orders">How many orders were active at its end.</param>
/// <param name="TornBytes">How many bytes of an unfinished write were cut off; they promised nothing.</param>
/// <param name="Took">How long that took.</param>
public sealed record SessionRecovery(long Entries, int Orders, long TornBytes, TimeSpan Took)
{
    /// <summary>How many of the entries were replayed; those before them were in a snapshot.</summary>
    public long Replayed { get; init; } = Entries;
}
