namespace Barter.Journal;

/// <summary>Where a journal stops being readable.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Position">Bytes from its start; 0 is its header.</param>
/// <param name="What">What is wrong there, as a part of a sentence.</param>
/// <param name="MayBeTorn">Whether a write that a crash cut short looks like that.</param>
internal sealed record Break(string File, long Position, string What, bool MayBeTorn)
{
    public JournalException AsException() => new(
        JournalFault.Broken,
        string.Create(null, $"{File} is broken at byte {Position}: {What}; nothing was changed. ")
        + "'barter journal repair' keeps everything before that place and puts the rest aside",
        File,
        Position);
}
