namespace Barter.Statistics;

/// <summary>The closed positions of one side.</summary>
/// <param name="Closed">All of them, those that neither won nor lost included.</param>
/// <param name="Wins">With a profit after fees.</param>
/// <param name="Losses">With a loss after fees.</param>
/// <param name="Pnl">What they earned after fees, in the profit asset.</param>
public readonly record struct SideTally(long Closed, long Wins, long Losses, decimal Pnl)
{
    internal SideTally Add(decimal pnl) =>
        new(Closed + 1, Wins + (pnl > 0m ? 1 : 0), Losses + (pnl < 0m ? 1 : 0), Pnl + pnl);
}
