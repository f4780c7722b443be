using Barter.Model;

namespace Barter.Backtest.Recording;

/// <summary>What a value did during one step of a series.</summary>
/// <param name="Time">When the step begins.</param>
/// <param name="First">The first value in it.</param>
/// <param name="Low">The lowest.</param>
/// <param name="High">The highest.</param>
/// <param name="Last">The last.</param>
/// <param name="Drawdown">The deepest fall from the highest value so far, as a fraction of that value.</param>
public readonly record struct SeriesPoint(
    Timestamp Time, decimal First, decimal Low, decimal High, decimal Last, decimal Drawdown);
