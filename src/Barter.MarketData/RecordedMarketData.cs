using Barter.MarketData.Recorded;
using Barter.MarketData.Recorded.Columnar;
using Barter.Model;

namespace Barter.MarketData;

/// <summary>
/// Market data in a file: a JSON array, a JSON object a line or bars as CSV, each plain or gzip, or columns; or in a
/// catalogue folder of files of columns.
/// </summary>
/// <remarks>
/// The format is told by content. Of columns the catalog's instruments are read, whatever else there is; texts may name
/// no others. The file is streamed; no element may be longer than 1 MiB. A bar's
/// <c>timestamp</c> is its open, and its event happens at its close.
/// </remarks>
public sealed class RecordedMarketData : IMarketDataSource
{
    private readonly string _path;
    private readonly InstrumentTable _instruments;
    private readonly RecordedMarketDataOptions _options;

    /// <exception cref="ArgumentException">The path is blank, or an option is out of its range.</exception>
    public RecordedMarketData(string path, InstrumentCatalog catalog, RecordedMarketDataOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _path = path;
        _instruments = new InstrumentTable(catalog);
        _options = options ?? RecordedMarketDataOptions.Default;
        if (_options.MaxLateness < TimeSpan.Zero || _options.BarLength <= TimeSpan.Zero
            || _options.BarLength?.Ticks > long.MaxValue / Timestamp.NanosPerTick)
        {
            throw new ArgumentException(
                "MaxLateness must not be negative, and BarLength must be positive and less than 292 years",
                nameof(options));
        }
    }

    public string Name => _path;

    public IMarketDataStream Open() => StoredMarketData.IsStored(_path)
        ? StoredMarketData.Open(_path, new StoredSelection(_instruments, _options))
        : new RecordedStream(SourceText.Open(_path), _instruments, _options);
}
