namespace Barter.MarketData.Tests;

/// <summary>A file that goes with the test.</summary>
internal sealed class TempFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("barter-");

    public TempFile(byte[]? content = null, string name = "market.json")
    {
        Path = System.IO.Path.Combine(_folder.FullName, name);
        if (content is not null)
        {
            File.WriteAllBytes(Path, content);
        }
    }

    public TempFile(string content, string name = "market.json")
        : this(Given.Utf8(content), name)
    {
    }

    public string Path { get; }

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
