using Barter.Configuration;
using Barter.Execution.Simulation;
using Barter.Model;

namespace Barter.Backtest;

/// <summary>A simulated exchange as configured, and how long requests and reports are on their way.</summary>
internal sealed record SimulatedLink(
    ExchangeIndex Exchange, SimulatedExchangeSettings Settings, long RequestNanos, long ReportNanos)
{
    public static ValueList<SimulatedLink> Of(SystemConfig config, InstrumentCatalog catalog) =>
        config.Executions.OfType<SimulatedExecutionConfig>().Select(row => Of(row, catalog)).ToValueList();

    private static SimulatedLink Of(SimulatedExecutionConfig config, InstrumentCatalog catalog)
    {
        var latency = config.Latency.Ticks * Timestamp.NanosPerTick;
        var balances = config.Balances
            .Select(row => new AssetBalance(catalog.FindAsset(config.Exchange, row.Asset), row.Balance, Timestamp.Epoch))
            .ToValueList();
        return new SimulatedLink(
            catalog.Find(config.Exchange),
            new SimulatedExchangeSettings(config.MakerFeesPercent, config.TakerFeesPercent, balances, []),
            latency / 2,
            latency - (latency / 2));
    }
}
