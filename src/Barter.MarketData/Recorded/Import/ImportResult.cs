using Barter.MarketData.Recorded.Columnar;

namespace Barter.MarketData.Recorded.Import;

/// <summary>What became of a file that was imported.</summary>
/// <param name="File">Where its events are in the catalogue.</param>
/// <param name="Report">What was met on the way; none where the file was there already.</param>
public sealed record ImportResult(CatalogFile File, MarketDataReport? Report)
{
    /// <summary>Whether the same file was imported before, so that nothing was done.</summary>
    public bool WasThere => Report is null;
}
