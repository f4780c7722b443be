using Barter.Model;

namespace Barter.Backtest.Recording;

/// <summary>A value over time, in equal steps; steps in which nothing was seen are not there.</summary>
/// <param name="Interval">The length of a step.</param>
/// <param name="Points">In the order of time.</param>
public sealed record PointSeries(TimeSpan Interval, ValueList<SeriesPoint> Points);
