namespace Barter.Journal;

/// <summary>A journal could not be opened, read or written; the message says what to do.</summary>
public sealed class JournalException : IOException
{
    internal JournalException(
        JournalFault kind, string message, string? file = null, long? position = null, Exception? cause = null)
        : base(message, cause)
    {
        (Kind, File, Position) = (kind, file, position);
    }

    public JournalFault Kind { get; }

    /// <summary>The file's name within the session's directory, where it is about one.</summary>
    public string? File { get; }

    /// <summary>Bytes from the start of <see cref="File"/>, where it is about a place.</summary>
    public long? Position { get; }
}
