using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>A folder of files of columns with one manifest, which alone says which of them count.</summary>
/// <remarks>
/// Files never change; adding one writes it, and then puts a new manifest in the place of the old one. What was
/// interrupted in between is in no manifest, and nobody reads it. Several processes may add to one folder.
/// </remarks>
public sealed class MarketCatalog
{
    /// <summary>The name of the manifest in its folder.</summary>
    public const string ManifestName = "manifest.json";

    /// <summary>How file names of this format end.</summary>
    public const string Extension = ".bmd";

    private const string LockName = ".lock";

    private MarketCatalog(string folder, ValueList<CatalogFile> files) => (Folder, Files) = (folder, files);

    public string Folder { get; }

    /// <summary>The files, in the order in which they were added.</summary>
    public ValueList<CatalogFile> Files { get; private set; }

    /// <summary>Whether there is a manifest in a folder.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, ManifestName));

    /// <summary>Opens a folder.</summary>
    /// <exception cref="MarketDataException">There is no manifest, or it cannot be read.</exception>
    public static MarketCatalog Open(string folder) => new(folder, Manifest.Read(folder));

    /// <summary>Opens a folder; one that is not there, or is empty, is made a catalogue.</summary>
    /// <exception cref="MarketDataException">The manifest cannot be read.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static MarketCatalog OpenOrCreate(string folder)
    {
        Directory.CreateDirectory(folder);
        using (LockOf(folder))
        {
            if (!Exists(folder))
            {
                Manifest.Write(folder, []);
            }
        }

        return Open(folder);
    }

    /// <summary>Where a file of the catalogue is.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>The file that was made of a source; none if there is none.</summary>
    public CatalogFile? FindSource(string sourceHash) =>
        Files.FirstOrDefault(file => string.Equals(file.SourceHash, sourceHash, StringComparison.Ordinal));

    /// <summary>Begins a file of the catalogue; give it to <see cref="Add"/>, or dispose of it.</summary>
    /// <param name="name">
    /// Its path within the folder, with slashes; ends with <see cref="Extension"/>.
    /// </param>
    /// <param name="instruments">What the instrument indexes of the events mean.</param>
    /// <exception cref="ArgumentException">The name leads out of the folder, or ends otherwise.</exception>
    /// <exception cref="IOException">Nothing can be written there.</exception>
    public ColumnarWriter Create(string name, ValueList<StoredInstrument> instruments)
    {
        var path = PathOf(Manifest.IsName(name)
            ? name
            : throw new ArgumentException(
                $"'{name}' is no path within a folder that ends in {Extension}", nameof(name)));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return ColumnarWriter.Create(path, instruments);
    }

    /// <summary>Commits a file, and makes it count.</summary>
    /// <exception cref="ArgumentException">A file of this name counts already.</exception>
    /// <exception cref="IOException">The disk refuses; the catalogue is as it was.</exception>
    public CatalogFile Add(ColumnarWriter writer, string name, string source, string sourceHash)
    {
        using (LockOf(Folder))
        {
            Files = Manifest.Read(Folder);
            if (Files.Any(file => string.Equals(file.Name, name, StringComparison.Ordinal)))
            {
                throw new ArgumentException($"the catalogue {Folder} has a file {name} already", nameof(name));
            }

            var added = new CatalogFile(name, source, sourceHash, writer.Commit());
            ValueList<CatalogFile> files = [.. Files, added];
            Manifest.Write(Folder, files);
            Files = files;
            return added;
        }
    }

    private static FileStream LockOf(string folder)
    {
        try
        {
            return new FileStream(
                Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure)
        {
            throw new IOException($"{folder}: another process adds to this catalogue; try again", failure);
        }
    }
}
