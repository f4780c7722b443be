using System.Security.Cryptography;
using Barter.MarketData.Recorded.Columnar;
using Barter.Model;

namespace Barter.MarketData.Recorded.Import;

/// <summary>Brings a file of market data into a catalogue, whole or not at all.</summary>
/// <remarks>
/// Rows stay in the order of the file; one that lies more than <see cref="RecordedMarketDataOptions.MaxLateness"/>
/// before an earlier one refuses the file. The same file under the same options is imported once.
/// </remarks>
public sealed class MarketImport : IDisposable
{
    private readonly MarketCatalog _target;
    private readonly InstrumentCatalog _instruments;
    private readonly RecordedMarketDataOptions _options;
    private readonly string _path;
    private readonly IMarketDataStream _stream;
    private long _events;

    /// <exception cref="MarketDataException">There is no such file.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public MarketImport(
        MarketCatalog target, string path, InstrumentCatalog instruments, RecordedMarketDataOptions options)
    {
        (_target, _path, _instruments, _options) = (target, path, instruments, options);
        if (Directory.Exists(path) || path.EndsWith(MarketCatalog.Extension, StringComparison.OrdinalIgnoreCase))
        {
            throw new MarketDataException(path, 0, "is stored already, or a folder; name files of CSV or JSON");
        }

        _stream = new RecordedMarketData(path, instruments, options).Open();
    }

    /// <summary>How far it is, 0 to 1; null if that is not known. May be asked from any thread.</summary>
    public double? Progress => _stream.Progress;

    /// <summary>Number of events so far. May be asked from any thread.</summary>
    public long Events => Volatile.Read(ref _events);

    /// <summary>A catalog of one instrument of which nothing is known but its name.</summary>
    /// <param name="exchange">Where it is traded.</param>
    /// <param name="name">Its symbol there, or our name.</param>
    public static InstrumentCatalog OnlyInstrument(ExchangeId exchange, string name)
    {
        var prefix = $"{exchange.ToWire()}-";
        var symbol = name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? name[prefix.Length..] : name;
        var asset = Asset.FromExchangeName(symbol);
        return InstrumentCatalog.Build(
        [
            new Instrument(
                exchange, name, symbol, new Underlying<Asset>(asset, asset), QuoteKind.UnderlyingQuote,
                new InstrumentKind.Spot()),
        ]);
    }

    /// <summary>Imports the file, unless it is there already.</summary>
    /// <exception cref="MarketDataException">The file is refused; the catalogue is as it was.</exception>
    /// <exception cref="IOException">The catalogue cannot be written; it is as it was.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the catalogue is as it was.</exception>
    public ImportResult Run(CancellationToken cancellationToken = default)
    {
        var key = Key();
        if (_target.FindSource(key) is { } there)
        {
            return new ImportResult(there, null);
        }

        var name = Name();
        if (_target.Files.Any(file => string.Equals(file.Name, name, StringComparison.Ordinal)))
        {
            throw new MarketDataException(
                _path, 0,
                $"the catalogue has {name} already, made of a file of the same name and other content or with other "
                + "options; rename the file to keep both");
        }

        using var writer = _target.Create(
            name, _instruments.Instruments.Select(row => new StoredInstrument(row.ExchangeId, NameOf(row)))
                .ToValueList());
        while (_stream.Next() is { IsEmpty: false } batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Write(writer, batch.Span);
            Volatile.Write(ref _events, _events + batch.Length);
        }

        var report = _stream.Report;
        return report.Items > 0
            ? new ImportResult(_target.Add(writer, name, Path.GetFileName(_path), key), report)
            : throw new MarketDataException(
                _path, 0, report.Rows == 0 ? "has no rows; is the file empty?" : "has no row that is an event");
    }

    public void Dispose() => _stream.Dispose();

    private void Write(ColumnarWriter writer, ReadOnlySpan<MarketEvent> events)
    {
        try
        {
            writer.Add(events);
        }
        catch (ArgumentException failure)
        {
            throw new MarketDataException(_path, 0, $"cannot be stored: {failure.Message}", failure);
        }
    }

    // One file can be imported for two instruments, or read in two ways
    private string Key()
    {
        using var file = File.OpenRead(_path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        string?[] options =
        [
            Chosen() is { } row ? NameOf(row) : null, _options.Source, _options.Columns, _options.TimeUnit?.ToString(),
            _options.BarLength?.ToString("c"), _options.MaxBadRows > 0 ? $"bad {_options.MaxBadRows}" : null,
        ];
        return string.Join(' ', options.OfType<string>().Prepend(hash));
    }

    private string Name()
    {
        var file = Path.GetFileName(_path);
        foreach (var ending in (ReadOnlySpan<string>)[".gz", ".zip", ".csv", ".json", ".jsonl"])
        {
            file = file.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? file[..^ending.Length] : file;
        }

        var folder = Chosen() is not { } row ? ""
            : IsOurs(row) ? $"{Harmless(row.Name)}/"
            : $"{row.ExchangeId.ToWire()}-{Harmless(row.Definition.NameExchange)}/";
        return $"{folder}{Harmless(file)}{MarketCatalog.Extension}";
    }

    private IndexedInstrument? Chosen() =>
        _options.Instrument is { } option && new InstrumentTable(_instruments).TryFind(option, out var index)
            ? _instruments[index]
            : null;

    private static string NameOf(IndexedInstrument row) => IsOurs(row) ? row.Name : row.Definition.NameExchange;

    private static bool IsOurs(IndexedInstrument row) =>
        row.Name.StartsWith($"{row.ExchangeId.ToWire()}-", StringComparison.Ordinal);

    private static string Harmless(string text)
    {
        var kept = string.Concat(text.Select(letter =>
            char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '_')).Trim('.');
        return kept.Length > 0 ? kept : "_";
    }
}
