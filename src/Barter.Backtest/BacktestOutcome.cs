namespace Barter.Backtest;

/// <summary>One run of a batch: its result, or why there is none. Exactly one of the two is there.</summary>
public sealed record BacktestOutcome(string Id, BacktestResult? Result, Exception? Failure);
