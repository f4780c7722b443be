using Barter.Model;
using Barter.Statistics.Primitives;

namespace Barter.Statistics;

/// <summary>How trading one instrument went. Money is in the instrument's profit asset.</summary>
public sealed record InstrumentTearSheet
{
    /// <summary>Realised and unrealised profit, after fees paid.</summary>
    public required decimal Pnl { get; init; }

    public required decimal PnlRealised { get; init; }

    /// <summary>Of the position that is still open, before what closing it would cost.</summary>
    public required decimal PnlUnrealised { get; init; }

    public required decimal Fees { get; init; }

    /// <summary>
    /// What fills cost beyond the market's price at the decision, in the profit asset: the part of the implementation
    /// shortfall that trading itself causes (Perold 1988). Part of the profit already; negative is a gain; 0 without
    /// fills.
    /// </summary>
    public decimal Slippage { get; init; }

    /// <summary>Sum of the contributions to the portfolio's return, stated per interval without compounding.</summary>
    public required IntervalMetric PnlReturn { get; init; }

    /// <summary>
    /// Mean excess contribution over its sample deviation, times the root of the periods in the interval.
    /// </summary>
    public required IntervalMetric SharpeRatio { get; init; }

    /// <summary>The same over the downside deviation, which counts every period.</summary>
    public required IntervalMetric SortinoRatio { get; init; }

    /// <summary>Compounded contribution per interval over the deepest drawdown.</summary>
    public required IntervalMetric CalmarRatio { get; init; }

    /// <summary>The drawdown of opening capital plus profit that has not ended; none if there is none.</summary>
    public Drawdown? PnlDrawdown { get; init; }

    /// <summary>Over all drawdowns, the unfinished one included.</summary>
    public MeanDrawdown? PnlDrawdownMean { get; init; }

    /// <summary>The deepest of all drawdowns, the unfinished one included.</summary>
    public Drawdown? PnlDrawdownMax { get; init; }

    /// <summary>Closed positions that won, as a fraction of all that were closed.</summary>
    public decimal? WinRate { get; init; }

    /// <summary>Money won over money lost by closed positions.</summary>
    public decimal? ProfitFactor { get; init; }

    public required long PositionsClosed { get; init; }

    public required long Wins { get; init; }

    public required long Losses { get; init; }

    /// <summary>More of the closed positions; none where there are none.</summary>
    public TradeSheet? Trades { get; init; }

    /// <summary>Every metric without a value, in the order of the sheet.</summary>
    public required ValueList<UndefinedMetric> Undefined { get; init; }
}
