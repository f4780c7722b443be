namespace Barter.Statistics.Primitives;

/// <summary>The mean depth (a fraction of the peak) and the mean length (whole milliseconds) of drawdowns.</summary>
public readonly record struct MeanDrawdown(decimal Value, long DurationMillis);
