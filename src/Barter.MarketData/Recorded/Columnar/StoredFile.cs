using Barter.Model;

namespace Barter.MarketData.Recorded.Columnar;

/// <summary>What a file of columns holds.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Blocks">Number of blocks.</param>
/// <param name="Series">Each kind of each instrument, in the order of their first events.</param>
public sealed record StoredFile(long Length, int Blocks, ValueList<StoredSeries> Series)
{
    /// <summary>Number of events, marks included.</summary>
    public long Count => Series.Sum(row => row.Count);

    /// <summary>The earliest exchange time; none where there are only marks.</summary>
    public Timestamp? First => Items.Select(row => (Timestamp?)row.First).Min();

    /// <summary>The latest exchange time; none where there are only marks.</summary>
    public Timestamp? Last => Items.Select(row => (Timestamp?)row.Last).Max();

    private IEnumerable<StoredSeries> Items => Series.Where(row => row.Kind != MarketEventKind.Reconnecting);
}
