using Barter.Model;

namespace Barter.Statistics.Primitives;

/// <summary>A fall from a peak.</summary>
/// <param name="Value">The deepest fall as a fraction of the peak: 0.25 is a quarter lost.</param>
/// <param name="TimeStart">When the peak was last held.</param>
/// <param name="TimeEnd">When the peak was reached again, or the last value seen while it was not.</param>
public readonly record struct Drawdown(decimal Value, Timestamp TimeStart, Timestamp TimeEnd)
{
    public TimeSpan Duration => TimeEnd - TimeStart;

    /// <summary>Whole milliseconds from start to end.</summary>
    public long DurationMillis => checked(TimeEnd.UnixNanos - TimeStart.UnixNanos) / Timestamp.NanosPerMilli;
}
