using Barter.Configuration;
using Barter.Model;

namespace Barter.Backtest.Recording;

/// <summary>What a run took for granted.</summary>
/// <param name="Source">What was replayed, without the folders that lead there.</param>
/// <param name="ValuationAsset">The asset in which equity is counted.</param>
/// <param name="Parameters">What the strategy was made with, each <c>name=value</c>.</param>
/// <param name="Exchanges">How exchanges were simulated.</param>
public sealed record RunAssumptions(
    string Source, string ValuationAsset, ValueList<string> Parameters, ValueList<ExchangeAssumptions> Exchanges)
{
    /// <summary>Those of a run with such arguments.</summary>
    public static RunAssumptions Of(
        BacktestArgsConstant constant, BacktestArgsDynamic dynamic, string valuationAsset) => new(
        Path.GetFileName(constant.MarketData.Name),
        valuationAsset,
        dynamic.Parameters,
        constant.Config.Executions
            .OfType<SimulatedExecutionConfig>()
            .Select(row => new ExchangeAssumptions(
                row.Exchange.ToWire(), row.Latency, row.MakerFeesPercent, row.TakerFeesPercent))
            .ToValueList());
}
