namespace Barter.Journal;

/// <summary>The first byte of a body. The numbers are those in the files, and never change.</summary>
internal enum EntryKind : byte
{
    /// <summary>No entry: the hash of everything before it.</summary>
    Seal = 0,
    Started = 1,
    Entered = 2,
    MarketRead = 3,
    OpenIntended = 4,
    CancelIntended = 5,
    Sent = 6,
    Ended = 7,

    /// <summary>The first of those of market events, to which their own kind is added.</summary>
    Market = 16,
    MarketLast = 22,
}
