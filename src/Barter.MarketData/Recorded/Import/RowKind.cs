namespace Barter.MarketData.Recorded.Import;

/// <summary>What the rows of a file are turned into.</summary>
internal enum RowKind
{
    Trades,
    Liquidations,
    Quotes,
    Bars,
    BookSnapshots,
    BookUpdates,
}
