namespace Barter.Journal;

/// <summary>What a disk throws, as what a journal throws.</summary>
internal static class DiskFaults
{
    public static bool IsOne(Exception failure) =>
        failure is (IOException and not JournalException) or UnauthorizedAccessException;

    public static JournalException As(string what, Exception failure) => new(
        JournalFault.Disk,
        $"{what}: {failure.Message}; nothing that was promised is lost. Make room or mend the disk, and start again",
        cause: failure);
}
