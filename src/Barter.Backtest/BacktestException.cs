namespace Barter.Backtest;

/// <summary>A run could not go on.</summary>
public sealed class BacktestException(string message, Exception? inner = null)
    : InvalidOperationException(message, inner);
