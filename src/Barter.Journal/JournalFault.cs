namespace Barter.Journal;

/// <summary>What a <see cref="JournalException"/> is about.</summary>
public enum JournalFault
{
    /// <summary>Another writer has the session.</summary>
    Locked,

    /// <summary>What is in the files is not what was written.</summary>
    Broken,

    /// <summary>The files were written by a newer version of this program.</summary>
    Newer,

    /// <summary>The disk refused to read, write or make durable.</summary>
    Disk,

    /// <summary>The caller asked for what cannot be.</summary>
    Misused,
}
