using Barter.Model;

namespace Barter.Backtest.Sweeps;

/// <summary>What is kept of one run of a sweep.</summary>
/// <remarks>A figure is none where it is undefined. Ratios are stated in the interval of the sweep.</remarks>
public sealed record SweepTrial
{
    /// <summary>Each <c>name=value</c>, in the order of the sweep.</summary>
    public required ValueList<string> Parameters { get; init; }

    /// <summary>Why there is no result, or why trading ended before the data.</summary>
    public string? Failure { get; init; }

    /// <summary>Profit of the portfolio after fees, in its currency.</summary>
    public decimal? Pnl { get; init; }

    /// <summary>A fraction.</summary>
    public decimal? TotalReturn { get; init; }

    public decimal? Sharpe { get; init; }

    public decimal? Sortino { get; init; }

    public decimal? Calmar { get; init; }

    /// <summary>A positive fraction of the peak.</summary>
    public decimal? DrawdownMax { get; init; }

    public long Fills { get; init; }

    public long PositionsClosed { get; init; }

    /// <summary>The hash over every step; that of a backtest with these parameters. Empty without a result.</summary>
    public string AuditDigest { get; init; } = "";

    /// <summary>The portfolio's return of every whole period.</summary>
    public ValueList<double> Returns { get; init; } = [];

    /// <summary>The risk free return of one period.</summary>
    public double RiskFreeReturn { get; init; }

    /// <summary>Returns in excess of the risk free one.</summary>
    public ValueList<double> Excess => Returns.Select(value => value - RiskFreeReturn).ToValueList();

    /// <summary>Higher is better; none where the figure is undefined, or the run failed.</summary>
    public decimal? Score(SweepRank rank) => Failure is not null ? null : rank switch
    {
        SweepRank.Sharpe => Sharpe,
        SweepRank.Sortino => Sortino,
        SweepRank.Calmar => Calmar,
        SweepRank.Pnl => Pnl,
        SweepRank.Return => TotalReturn,
        _ => -DrawdownMax,
    };

    internal static SweepTrial Of(ValueList<string> parameters, BacktestOutcome outcome)
    {
        if (outcome.Result is not { Generator: { } generator } result)
        {
            return new SweepTrial { Parameters = parameters, Failure = outcome.Failure!.Message };
        }

        var sheet = result.TradingSummary.Portfolio;
        return new SweepTrial
        {
            Parameters = parameters,
            Failure = result.Counts.Fault,
            Pnl = sheet?.NavEnd - sheet?.NavStart - sheet?.Flows,
            TotalReturn = sheet?.TotalReturn,
            Sharpe = sheet?.SharpeRatio.Value,
            Sortino = sheet?.SortinoRatio.Value,
            Calmar = sheet?.CalmarRatio.Value,
            DrawdownMax = sheet?.DrawdownMax,
            Fills = result.Counts.Fills,
            PositionsClosed = result.TradingSummary.Instruments.Values.Sum(row => row.PositionsClosed),
            AuditDigest = result.AuditDigest,
            Returns = generator.PeriodReturns(),
            RiskFreeReturn = generator.RiskFreeReturnOfPeriod,
        };
    }
}
