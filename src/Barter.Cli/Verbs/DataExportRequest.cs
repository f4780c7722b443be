using Barter.MarketData;
using Barter.Model;

namespace Barter.Cli.Verbs;

/// <summary>What a command line asks of an export.</summary>
internal sealed record DataExportRequest
{
    public required string ConfigPath { get; init; }

    public required string MarketDataPath { get; init; }

    public required string OutputPath { get; init; }

    public required IReadOnlyList<string> Instruments { get; init; }

    public required Timestamp? From { get; init; }

    public required Timestamp? To { get; init; }

    public required bool IsCsv { get; init; }

    public required bool IsForced { get; init; }

    /// <exception cref="UsageException">An instrument, the range or the output cannot be had.</exception>
    /// <exception cref="IOException">The output exists.</exception>
    public RecordedMarketData Prepare(InstrumentCatalog catalog)
    {
        BacktestRequest.RefuseEmptyRange(From, To);
        if (OutputFile.IsSame(OutputPath, ConfigPath) || OutputFile.IsSame(OutputPath, MarketDataPath))
        {
            throw new UsageException($"--output: '{OutputPath}' is what is read; name another file");
        }

        var wanted = Instruments.Select(name => InstrumentNames.Find(catalog, "--instrument", name)).ToValueList();
        if (!IsForced && File.Exists(OutputPath))
        {
            throw new IOException($"{OutputPath}: exists already; --force overwrites it");
        }

        return new RecordedMarketData(MarketDataPath, catalog, new RecordedMarketDataOptions
        {
            From = From,
            To = To,
            Instruments = wanted,

            // Bars do not say what they are of
            Instrument = wanted.Count == 1 ? catalog[wanted[0]].Name : null,
        });
    }
}
