namespace Barter.Journal;

/// <summary>What a journal held when it was opened.</summary>
/// <param name="Entries">How many; the next one has this number.</param>
/// <param name="TornBytes">How many bytes of an unfinished write were cut off at its end.</param>
/// <param name="IsNew">Whether there was none.</param>
/// <param name="EndedReason">Why the session ended, where its end is the last entry; null if it was killed.</param>
public sealed record JournalFound(long Entries, long TornBytes, bool IsNew, string? EndedReason);
