namespace Barter.Cli;

/// <summary>A file that is there whole or not at all: written beside its place, and moved there at the end.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;

    /// <summary>Claims a place next to the target, so that a bad path is known before the work is done.</summary>
    /// <exception cref="IOException">Nothing can be written there.</exception>
    public OutputFile(string path)
    {
        _path = Path.GetFullPath(path);
        if (Directory.Exists(_path))
        {
            throw new IOException($"{path}: is a directory; name a file to write");
        }

        // The end of the name stays, because writers tell the format by it
        DraftPath = Path.Combine(
            Path.GetDirectoryName(_path)!, $".{Path.GetRandomFileName()}.{Path.GetFileName(_path)}");
        try
        {
            File.WriteAllBytes(DraftPath, []);
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new IOException($"{path}: the directory does not exist; make it first", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"{path}: cannot be written; check the permissions", exception);
        }
    }

    /// <summary>Whether two paths name one file.</summary>
    public static bool IsSame(string left, string right) =>
        string.Equals(Path.GetFullPath(left), Path.GetFullPath(right), StringComparison.Ordinal);

    /// <summary>Where to write.</summary>
    public string DraftPath { get; }

    /// <summary>Puts what was written in its place.</summary>
    public void Keep() => File.Move(DraftPath, _path, overwrite: true);

    public void Dispose() => File.Delete(DraftPath);
}
