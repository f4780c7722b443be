using Barter.Backtest;
using Barter.Configuration;
using Barter.MarketData;
using Barter.Statistics;

namespace Barter.Scenarios.Backtests;

/// <summary>The sample configuration over the short stream.</summary>
internal static class SampleRun
{
    /// <summary>What all runs share; none where the samples are absent.</summary>
    public static BacktestArgsConstant? Constant(
        string? interval = null, params InitialBalance[] balances)
    {
        if (Repository.Sample("system_config.json") is not { } config
            || Repository.Sample("synthetic_market_data.json") is not { } stream)
        {
            return null;
        }

        var loaded = SystemConfig.Load(config);
        return new BacktestArgsConstant(
            loaded,
            InMemoryMarketData.Load(new RecordedMarketData(stream, loaded.BuildCatalog())),
            interval is null ? null : ReturnInterval.Parse(interval),
            balances.Length == 0 ? null : balances);
    }

    /// <summary>A run without orders.</summary>
    public static BacktestResult Run(BacktestArgsConstant constant, decimal riskFreeReturn) =>
        Backtester.Run(constant, new BacktestArgsDynamic("baseline", riskFreeReturn));

    /// <summary>The interval on return, Sharpe, Sortino and Calmar.</summary>
    public static IEnumerable<string> Labels(InstrumentTearSheet sheet) =>
        new[] { sheet.PnlReturn, sheet.SharpeRatio, sheet.SortinoRatio, sheet.CalmarRatio }
            .Select(metric => metric.Interval);
}
