namespace Barter.Journal.Snapshots;

/// <summary>What came of an attempt to restore an image.</summary>
public abstract record ObjectImageOutcome
{
    private ObjectImageOutcome()
    {
    }

    /// <summary>The object that was saved, with all that it leads to.</summary>
    public sealed record Restored(object Root) : ObjectImageOutcome;

    /// <summary>It was saved by code whose types hold something else. The image is of no use here.</summary>
    /// <param name="What">What is different.</param>
    public sealed record OtherLayout(string What) : ObjectImageOutcome;

    /// <summary>The bytes are not those that were saved.</summary>
    /// <param name="Position">Where that showed, in bytes from the beginning.</param>
    /// <param name="What">What is wrong there.</param>
    public sealed record Damaged(long Position, string What) : ObjectImageOutcome;
}
