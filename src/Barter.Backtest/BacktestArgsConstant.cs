using Barter.Configuration;
using Barter.Engine.Audit;
using Barter.MarketData;
using Barter.Model;
using Barter.Statistics;

namespace Barter.Backtest;

/// <summary>What all runs of a batch share. Read only, so that any number of runs may use it at once.</summary>
public sealed class BacktestArgsConstant
{
    /// <param name="config">Instruments, simulated exchanges, risk limits.</param>
    /// <param name="marketData">What is replayed; opened once for each run.</param>
    /// <param name="summaryInterval">What ratios are scaled to; daily where it is left out.</param>
    /// <param name="initialBalances">Replace the configured balances of the same exchange and asset.</param>
    /// <exception cref="SystemConfigException">The configuration or a balance cannot be used.</exception>
    /// <exception cref="BacktestException">An exchange cannot be simulated as it is configured.</exception>
    public BacktestArgsConstant(
        SystemConfig config,
        IMarketDataSource marketData,
        ReturnInterval? summaryInterval = null,
        IEnumerable<InitialBalance>? initialBalances = null)
    {
        ArgumentNullException.ThrowIfNull(marketData);
        Config = initialBalances is null ? config : config.WithInitialBalances(initialBalances);
        (MarketData, SummaryInterval) = (marketData, summaryInterval ?? ReturnInterval.Daily);
        Catalog = Config.BuildCatalog();
        Exchanges = SimulatedLink.Of(Config, Catalog);
        foreach (var link in Exchanges)
        {
            link.Build(Catalog);
        }

        RiskLimits = new(Catalog.Instruments.Count, index => Config.RiskLimitsOf(Catalog[index]));
    }

    public SystemConfig Config { get; }

    public IMarketDataSource MarketData { get; }

    public ReturnInterval SummaryInterval { get; }

    public InstrumentCatalog Catalog { get; }

    public int InstrumentCount => Catalog.Instruments.Count;

    public int ExecutionCount => Config.Executions.Count;

    /// <summary>
    /// Receives every tick of every run, in order within a run; for those who want more than the digest.
    /// </summary>
    public Action<string, EngineEvent, EngineStep>? OnStep { get; init; }

    /// <summary>Whether results carry how equity and prices went, and each fill; bounded.</summary>
    public bool RecordSeries { get; init; }

    /// <summary>Where runs begin and end if not with the data, so that every period between is a whole one.</summary>
    internal (Timestamp Start, Timestamp End)? Span { get; init; }

    internal ValueList<SimulatedLink> Exchanges { get; }

    internal PerInstrument<RiskLimits?> RiskLimits { get; }
}
