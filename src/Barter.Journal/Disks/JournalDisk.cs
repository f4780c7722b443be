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
        catch (IOException taken) when (taken.HResult is LockedOnLinux or LockedOnMac or LockedOnWindows)
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

    // The locked file itself cannot be read while it is locked, so that the holder's number stands in another
    private string Holder()
    {
        try
        {
            var text = File.ReadAllText(PathOf(HolderName));
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
                ? string.Create(null, $"process {pid}")
                : "another process";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
