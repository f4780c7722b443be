using Barter.MarketData.Recorded;
using Barter.MarketData.Recorded.Columnar;
using Barter.MarketData.Recorded.Import;
using Barter.Model;

namespace Barter.MarketData;

/// <summary>
/// Market data in a file: a JSON array, a JSON object a line or one of many CSV, each plain, gzip or zip, or columns;
/// or in a catalogue folder of files of columns.
/// </summary>
/// <remarks>
/// The format is told by content and name. Of columns the catalog's instruments are read, whatever else there is; texts
/// may name no others. The file is streamed; no element may be longer than 1 MiB. A bar's time is its open, and its
/// event happens at its close.
/// </remarks>
public sealed class RecordedMarketData : IMarketDataSource
{
    private readonly string _path;
    private readonly InstrumentTable _instruments;
    private readonly RecordedMarketDataOptions _options;

    /// <summary>Formats of CSV files by name, besides those whose header says what is what.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. CsvSources.All.Select(row => row.Name)];

    /// <exception cref="ArgumentException">The path is blank, or an option is out of its range.</exception>
    public RecordedMarketData(string path, InstrumentCatalog catalog, RecordedMarketDataOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _path = path;
        _instruments = new InstrumentTable(catalog);
        _options = options ?? RecordedMarketDataOptions.Default;
        if (_options.MaxLateness < TimeSpan.Zero || _options.MaxBadRows < 0
            || _options.BarLength <= TimeSpan.Zero
            || _options.BarLength?.Ticks > long.MaxValue / Timestamp.NanosPerTick)
        {
            throw new ArgumentException(
                "MaxLateness and MaxBadRows must not be negative, BarLength must be positive and less than 292 years",
                nameof(options));
        }

        if (_options.Source is { } source && !Formats.Contains(source, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"there is no format '{source}'; there are {string.Join(", ", Formats)}", nameof(options));
        }
    }

    public string Name => _path;

    public IMarketDataStream Open() => StoredMarketData.IsStored(_path)
        ? StoredMarketData.Open(_path, new StoredSelection(_instruments, _options))
        : new RecordedStream(SourceText.Open(_path), _instruments, _options);
}
