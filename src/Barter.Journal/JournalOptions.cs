namespace Barter.Journal;

/// <summary>How a session's journal is kept.</summary>
public sealed record JournalOptions
{
    /// <summary>When to call <see cref="SessionJournal.Flush()"/>; nothing here does it by itself.</summary>
    public FlushPolicy Flush { get; init; } = FlushPolicy.EveryIntent;

    /// <summary>A file that is as long as this is followed by a new one; 1 byte to 1 GiB, 64 MiB.</summary>
    public long SegmentBytes { get; init; } = 64 << 20;
}
