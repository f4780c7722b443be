using Barter.MarketData.Recorded.Import;

namespace Barter.Cli.Verbs;

/// <summary>A file that was imported, and how long that took.</summary>
internal sealed record ImportedFile(string Path, long Length, TimeSpan Time, ImportResult Result);
