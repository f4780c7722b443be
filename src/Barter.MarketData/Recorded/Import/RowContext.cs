using Barter.Model;

namespace Barter.MarketData.Recorded.Import;

/// <summary>What is known of a CSV file when its first row is read.</summary>
/// <param name="Source">Its text.</param>
/// <param name="Rows">Its rows, with or without a header before the first.</param>
/// <param name="Columns">Which field stands where.</param>
/// <param name="Instrument">What it is about.</param>
/// <param name="Times">How to read its times.</param>
/// <param name="Symbols">What the file may call the instrument.</param>
/// <param name="BarLength">How long a bar is; none means to look.</param>
internal sealed record RowContext(
    SourceText Source,
    CsvReader Rows,
    ColumnMap Columns,
    IndexedInstrument Instrument,
    TimeReader Times,
    SymbolCheck Symbols,
    TimeSpan? BarLength)
{
    /// <summary>Whether the first row is the one at which <see cref="Rows"/> stands.</summary>
    public bool BeginsWithRow { get; init; }
}
