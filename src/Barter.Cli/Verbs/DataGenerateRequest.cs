using Barter.MarketData.Generation;
using Barter.Model;

namespace Barter.Cli.Verbs;

/// <summary>What a command line asks of a made-up market.</summary>
internal sealed record DataGenerateRequest
{
    private const decimal UsualPrice = 100m;

    public required string ConfigPath { get; init; }

    public required string OutputPath { get; init; }

    public required IReadOnlyList<(string Name, decimal Price)> Prices { get; init; }

    public required bool IsForced { get; init; }

    /// <summary>All but the instruments.</summary>
    public required MarketGeneratorOptions Market { get; init; }

    /// <exception cref="UsageException">A value is out of its range, or a price is of no instrument.</exception>
    public (MarketGenerator Generator, MarketGeneratorOptions Options) Prepare(InstrumentCatalog catalog)
    {
        var prices = new PerInstrument<decimal>(catalog.Instruments.Count, _ => UsualPrice);
        foreach (var (name, price) in Prices)
        {
            prices[InstrumentNames.Find(catalog, "--price", name)] = price;
        }

        var options = Market with
        {
            Instruments = catalog.Instruments
                .Select(row => new GeneratedInstrument(row.Index, prices[row.Index]))
                .ToValueList(),
        };
        try
        {
            return (new MarketGenerator(catalog, options), options);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(exception.Message.Split(" (Parameter")[0], exception);
        }
    }
}
