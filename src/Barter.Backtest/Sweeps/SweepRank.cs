namespace Barter.Backtest.Sweeps;

/// <summary>By what trials are ranked, the best first.</summary>
public enum SweepRank
{
    Sharpe,
    Sortino,
    Calmar,
    Pnl,
    Return,

    /// <summary>The shallowest first.</summary>
    Drawdown,
}
