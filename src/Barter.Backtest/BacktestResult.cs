using Barter.Backtest.Recording;
using Barter.MarketData;
using Barter.Statistics;

namespace Barter.Backtest;

/// <summary>What one run gave. The same input gives the same result, to the byte.</summary>
/// <param name="Id">The run's name.</param>
/// <param name="Strategy">The name of the strategy.</param>
/// <param name="RiskFreeReturn">A year's return without risk, as a fraction.</param>
/// <param name="TradingSummary">How it went.</param>
/// <param name="AuditDigest">A hash over every step of the engine, in hexadecimal.</param>
/// <param name="Counts">How much happened.</param>
/// <param name="MarketData">What was met in the data.</param>
public sealed record BacktestResult(
    string Id,
    string Strategy,
    decimal RiskFreeReturn,
    TradingSummary TradingSummary,
    string AuditDigest,
    BacktestCounts Counts,
    MarketDataReport MarketData)
{
    /// <summary>A hash of the engine's state at the end, in hexadecimal; none where it is not kept.</summary>
    public string? StateDigest { get; init; }

    /// <summary>What became of the orders.</summary>
    public OrderStatistics Orders { get; init; } = OrderStatistics.Empty;

    /// <summary>What the run took for granted; none where nobody wrote it down.</summary>
    public RunAssumptions? Assumptions { get; init; }

    /// <summary>How the run went over time, if that was asked for.</summary>
    public RunSeries? Series { get; init; }

    internal TradingSummaryGenerator? Generator { get; init; }

    /// <summary>The summary of the same run stated in another interval. Changes nothing.</summary>
    /// <exception cref="InvalidOperationException">No run made this result.</exception>
    public TradingSummary Summarise(ReturnInterval interval) => Generator is { } generator
        ? generator.Generate(interval)
        : throw new InvalidOperationException($"result {Id} was not made by a run, so it has one summary only");

    /// <summary>Whether all that is shown here is equal.</summary>
    public bool Equals(BacktestResult? other) => other is not null
        && (Id, Strategy, RiskFreeReturn).Equals((other.Id, other.Strategy, other.RiskFreeReturn))
        && (AuditDigest, TradingSummary, Counts, MarketData)
            .Equals((other.AuditDigest, other.TradingSummary, other.Counts, other.MarketData))
        && (Orders, Assumptions, Series).Equals((other.Orders, other.Assumptions, other.Series));

    public override int GetHashCode() => HashCode.Combine(Id, Strategy, RiskFreeReturn, AuditDigest);
}
