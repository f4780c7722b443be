using Barter.Model;

namespace Barter.Backtest.Sweeps;

/// <summary>Trained from <paramref name="Start"/>, tested from <paramref name="Split"/>, until the end.</summary>
public sealed record WalkForwardWindow(Timestamp Start, Timestamp Split, Timestamp End);
