using Barter.MarketData;
using Barter.MarketData.Recorded.Columnar;

namespace Barter.Cli.Verbs;

/// <summary>A file of stored market data, alone or of a catalogue folder.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">What it is called: its path within the folder.</param>
/// <param name="Source">What it was made of; none for a file alone.</param>
/// <param name="Content">What it holds.</param>
internal sealed record StoredPart(string Path, string Name, string? Source, StoredFile Content)
{
    /// <exception cref="MarketDataException">There is no stored market data, or its index is damaged.</exception>
    public static IReadOnlyList<StoredPart> FilesOf(string path)
    {
        if (!Directory.Exists(path))
        {
            return [new StoredPart(path, System.IO.Path.GetFileName(path), null, StoredMarketData.Describe(path))];
        }

        var catalog = MarketCatalog.Open(path);
        return
        [
            .. catalog.Files.Select(file => new StoredPart(
                catalog.PathOf(file.Name), file.Name, file.Source, file.Content)),
        ];
    }

    /// <exception cref="MarketDataException">The file holds something else.</exception>
    public void Refuse(StoredFile found)
    {
        if (found != Content)
        {
            throw new MarketDataException(
                Path, 0, "is not the file that the manifest tells of; import it again into another folder");
        }
    }
}
