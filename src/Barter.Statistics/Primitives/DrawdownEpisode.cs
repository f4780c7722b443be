using Barter.Model;

namespace Barter.Statistics.Primitives;

/// <summary>A fall from a peak, with its way down and its way back.</summary>
/// <param name="Depth">The deepest fall as a fraction of the peak: 0.25 is a quarter lost.</param>
/// <param name="TimePeak">When the peak was last held.</param>
/// <param name="TimeValley">When the deepest fall was first seen.</param>
/// <param name="TimeRecovery">When the peak was reached again; none while it was not.</param>
/// <param name="TimeEnd">The recovery, or the last value seen.</param>
public readonly record struct DrawdownEpisode(
    decimal Depth, Timestamp TimePeak, Timestamp TimeValley, Timestamp? TimeRecovery, Timestamp TimeEnd)
{
    /// <summary>Whole milliseconds from peak to valley.</summary>
    public long DownMillis => Millis(TimePeak, TimeValley);

    /// <summary>Whole milliseconds from valley to recovery; none while there is none.</summary>
    public long? RecoveryMillis => TimeRecovery is { } recovery ? Millis(TimeValley, recovery) : null;

    /// <summary>Whole milliseconds from peak to recovery, or to the last value seen.</summary>
    public long DurationMillis => Millis(TimePeak, TimeEnd);

    private static long Millis(Timestamp from, Timestamp to) =>
        checked(to.UnixNanos - from.UnixNanos) / Timestamp.NanosPerMilli;
}
