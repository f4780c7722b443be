namespace Barter.MarketData.Recorded.Columnar;

/// <summary>A file of a catalogue folder, as the manifest tells of it.</summary>
/// <param name="Name">Its path within the folder, with slashes.</param>
/// <param name="Source">What it was made of, such as the name of a dump.</param>
/// <param name="SourceHash">The SHA-256 of that, in lower-case hex; or what else tells one source from another.</param>
/// <param name="Content">What it holds.</param>
public sealed record CatalogFile(string Name, string Source, string SourceHash, StoredFile Content);
