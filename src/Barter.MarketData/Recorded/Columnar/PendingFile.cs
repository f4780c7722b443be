namespace Barter.MarketData.Recorded.Columnar;

/// <summary>A file whose turn has not come.</summary>
/// <param name="Number">Decides between events at the same place.</param>
/// <param name="Content">What it holds, or is said to.</param>
/// <param name="Open">Opens it.</param>
internal sealed record PendingFile(int Number, StoredFile Content, Func<ColumnarFile> Open)
{
    /// <summary>Before or at its first event.</summary>
    public EventKey Key { get; } = new(
        Content.Series.Select(series => series.First.UnixNanos).DefaultIfEmpty().Min(), Number, long.MinValue);

    /// <exception cref="MarketDataException">It is damaged, or is another file.</exception>
    public ColumnarFile OpenIt()
    {
        var file = Open();
        if (file.Content == Content)
        {
            return file;
        }

        file.Dispose();
        throw new MarketDataException(
            file.Name, 0, "is not the file that the manifest tells of; import it again into another folder");
    }
}
