using System.Globalization;

namespace Barter.Journal;

/// <summary>The files of one session's journal in a directory.</summary>
public sealed class JournalDisk : IJournalDisk
{
    private const string LockName = "session.lock";
    private const string HolderName = "session.pid";

    private const int LockedOnLinux = 11;
    private const int LockedOnMac = 35;
    private const int LockedOnWindows = unchecked((int)0x80070020);

    private readonly string _directory;

    private JournalDisk(string directory) => _directory = directory;

    /// <summary>The journal in a directory, which is made when something is written to it.</summary>
    /// <param name="directory">That of the session.</param>
    public static JournalDisk At(string directory) => new(Path.GetFullPath(directory));

    /// <summary>The process that writes the journal in a directory now; 0 where its number is not known.</summary>
    /// <returns>Null where nobody writes it.</returns>
    public static int? WriterOf(string directory)
    {
        var disk = new JournalDisk(Path.GetFullPath(directory));
        try
        {
            // Shared with others who ask, and only for this moment
            using var free = new FileStream(
                disk.PathOf(LockName), FileMode.Open, FileAccess.Read, FileShare.Read);
            return null;
        }
        catch (IOException taken) when (IsTaken(taken))
        {
            return disk.HolderNumber() ?? 0;
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List() => Directory.Exists(_directory)
        ? [.. Directory.EnumerateFiles(_directory).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)]
        : [];

    /// <inheritdoc/>
    public IJournalFile OpenAppend(string name)
    {
        Create(_directory);
        var path = PathOf(name);
        var isNew = !File.Exists(path);
        var file = new DiskFile(File.OpenHandle(
            path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete));
        if (isNew)
        {
            file.Flush();
            DurableDirectory.Flush(_directory);
        }

        return file;
    }

    /// <inheritdoc/>
    public IJournalFile OpenRead(string name) => new DiskFile(File.OpenHandle(
        PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

    /// <inheritdoc/>
    public void Delete(string name)
    {
        File.Delete(PathOf(name));
        DurableDirectory.Flush(_directory);
    }

    /// <inheritdoc/>
    public IDisposable Lock()
    {
        Create(_directory);
        FileStream held;
        try
        {
            held = new FileStream(PathOf(LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (IsTaken(taken))
        {
            throw new JournalException(
                JournalFault.Locked,
                $"the session in {_directory} is written by {Holder()}; end that one first, or choose another name",
                LockName,
                cause: taken);
        }

        try
        {
            File.WriteAllText(PathOf(HolderName), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private string PathOf(string name) => Path.Combine(_directory, name);

    private static void Create(string directory)
    {
        if (!Directory.Exists(directory) && Path.GetDirectoryName(directory) is { } parent)
        {
            Create(parent);
            Directory.CreateDirectory(directory);
            DurableDirectory.Flush(parent);
        }
    }

    private static bool IsTaken(IOException failure) =>
        failure.HResult is LockedOnLinux or LockedOnMac or LockedOnWindows;

    private string Holder() =>
        HolderNumber() is { } process ? string.Create(null, $"process {process}") : "another process";

    // The locked file itself cannot be read while it is locked, so that the holder's number stands in another
    private int? HolderNumber()
    {
        try
        {
            var text = File.ReadAllText(PathOf(HolderName));
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var process)
                ? process
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
