using Barter.Backtest;
using Barter.Backtest.Recording;
using Barter.Statistics;

namespace Barter.Actors;

/// <summary>How a system did.</summary>
/// <param name="TradingSummary">The figures.</param>
/// <param name="AuditDigest">A hash over every step of the engine, in hexadecimal.</param>
public sealed record SystemSummary(TradingSummary TradingSummary, string AuditDigest)
{
    /// <summary>How much happened.</summary>
    public BacktestCounts Counts { get; init; } = new();

    /// <summary>A hash of the engine's state, in hexadecimal; none where nobody took it.</summary>
    public string? StateDigest { get; init; }

    /// <summary>What became of the orders.</summary>
    public OrderStatistics Orders { get; init; } = OrderStatistics.Empty;
}
