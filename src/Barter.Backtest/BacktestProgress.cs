namespace Barter.Backtest;

/// <summary>How far a run, or a batch of runs, has come.</summary>
/// <param name="Share">From 0 to 1; none where the length of the data is not known.</param>
/// <param name="MarketEvents">Market events replayed so far, over all runs.</param>
/// <param name="RunsDone">Runs that have ended.</param>
/// <param name="RunsTotal">Runs in all.</param>
public readonly record struct BacktestProgress(double? Share, long MarketEvents, int RunsDone, int RunsTotal);
