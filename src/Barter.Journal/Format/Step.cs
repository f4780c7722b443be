namespace Barter.Journal;

/// <summary>What stands at a place of a file.</summary>
internal enum Step
{
    Entry,

    /// <summary>Nothing: the file ends.</summary>
    End,

    /// <summary>A frame that is cut.</summary>
    Cut,

    /// <summary>What is no frame, or not the one that follows.</summary>
    Damaged,
}
