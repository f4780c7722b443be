namespace Barter.Journal.Tests;

/// <summary>A directory that goes with the test.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("barter-journal-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "session");

    public JournalDisk Disk => JournalDisk.At(Path);

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
