using Barter.Backtest;
using Barter.Cli.Serving;
using Barter.Configuration;
using Barter.MarketData;
using Barter.Model;

namespace Barter.Cli.Verbs;

/// <summary>What a command line asks of a served exchange.</summary>
internal sealed record ExchangeServeRequest(
    string ConfigPath,
    string MarketDataPath,
    ReplaySpeed Speed,
    int Port,
    string? Exchange,
    bool Waits,
    int? FaultSeed,
    bool IsJson)
{
    /// <exception cref="UsageException">It is not said which exchange, or there is none.</exception>
    /// <exception cref="SystemConfigException">The configuration cannot be used.</exception>
    public ExchangePlan Prepare()
    {
        var config = SystemConfig.Load(ConfigPath);
        var catalog = config.BuildCatalog();
        return new ExchangePlan(
            catalog,
            Find(SimulatedLink.Of(config, catalog), catalog),
            new RecordedMarketData(MarketDataPath, catalog, new RecordedMarketDataOptions()),
            Speed.Factor,
            Waits,
            FaultSeed is { } seed ? new ServingFaults(seed) : null);
    }

    private SimulatedLink Find(ValueList<SimulatedLink> links, InstrumentCatalog catalog)
    {
        var names = string.Join(", ", links.Select(link => catalog[link.Exchange].ToWire()));
        if (Exchange is null)
        {
            return links.Count == 1
                ? links[0]
                : throw new UsageException(
                    $"--exchange is required: the configuration has {(names.Length == 0 ? "no exchange" : names)}");
        }

        return links.FirstOrDefault(link => string.Equals(
                catalog[link.Exchange].ToWire(), Exchange, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException(
                $"--exchange: the configuration has no '{Exchange}', only {(names.Length == 0 ? "none" : names)}");
    }
}
