using Barter.Model;

namespace Barter.Journal;

/// <summary>What a journal is made of.</summary>
/// <param name="Session">Whose it is; null where there is none.</param>
/// <param name="Entries">How many.</param>
/// <param name="ByKind">Those of every kind that occurs, in the order of their numbers in the files.</param>
/// <param name="First">The session's time at the first entry.</param>
/// <param name="Last">The session's time at the last entry.</param>
/// <param name="Bytes">Of all files.</param>
/// <param name="Segments">Files.</param>
/// <param name="Seals">How many times it was made durable.</param>
public sealed record JournalStatistics(
    string? Session, long Entries, ValueList<JournalStatistics.KindCount> ByKind, Timestamp? First, Timestamp? Last,
    long Bytes, int Segments, long Seals)
{
    /// <param name="Kind">Such as <c>Started</c> or, for market events, <c>Market.Trade</c>.</param>
    /// <param name="Entries">How many.</param>
    /// <param name="Bytes">Of them, without what stands around each.</param>
    public sealed record KindCount(string Kind, long Entries, long Bytes);
}
