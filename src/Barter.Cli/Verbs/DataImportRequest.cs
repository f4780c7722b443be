using Barter.Configuration;
using Barter.MarketData;
using Barter.MarketData.Recorded.Import;
using Barter.Model;

namespace Barter.Cli.Verbs;

/// <summary>What a command line asks of an import.</summary>
internal sealed record DataImportRequest
{
    public required IReadOnlyList<string> Files { get; init; }

    public required string Folder { get; init; }

    public required ExchangeId? Exchange { get; init; }

    public required string? Instrument { get; init; }

    public required string? ConfigPath { get; init; }

    public required bool IsJson { get; init; }

    /// <summary>All but the instrument.</summary>
    public required RecordedMarketDataOptions Reading { get; init; }

    /// <exception cref="UsageException">It is not said which instrument is meant, or there is none.</exception>
    public (InstrumentCatalog Catalog, RecordedMarketDataOptions Options) Prepare()
    {
        if (Reading.MaxBadRows < 0)
        {
            throw new UsageException("--max-bad: must not be negative");
        }

        if (ConfigPath is null)
        {
            return (Exchange, Instrument) is ({ } exchange, { } name)
                ? (MarketImport.OnlyInstrument(exchange, name), Reading with { Instrument = "0" })
                : throw new UsageException(
                    "say what the files are of: --exchange and --instrument, or --config (with --instrument for CSV)");
        }

        var catalog = SystemConfig.Load(ConfigPath).BuildCatalog();
        var option = Instrument is null
            ? null
            : Exchange is { } known && catalog.TryFindInstrument(known, Instrument, out var index)
                ? catalog[index].Name
                : catalog[InstrumentNames.Find(catalog, "--instrument", Instrument)].Name;
        return (catalog, Reading with { Instrument = option });
    }
}
