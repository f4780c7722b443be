using Barter.Model;

namespace Barter.Journal;

/// <summary>What a repair did.</summary>
/// <param name="Kept">How many entries are still there: all before the broken place.</param>
/// <param name="Damage">What was wrong, and where; null where nothing was, and nothing was changed.</param>
/// <param name="LostBytes">How many bytes are no longer in the journal.</param>
/// <param name="LostEntriesMin">How many entries are lost at least; those that were never flushed may be more.</param>
/// <param name="Aside">The files that hold these bytes now.</param>
public sealed record JournalRepaired(
    long Kept, string? Damage, long LostBytes, long LostEntriesMin, ValueList<string> Aside);
