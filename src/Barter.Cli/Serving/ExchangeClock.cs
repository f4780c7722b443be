using Barter.Model;

namespace Barter.Cli.Serving;

/// <summary>The time of a served exchange: that of its recording, which goes by once it was started.</summary>
internal sealed class ExchangeClock(TimeProvider time, Timestamp start, double speed)
{
    private long? _startedAt;

    /// <summary>It stands still before the start, and at the end of all time.</summary>
    public Timestamp Now => _startedAt is { } startedAt
        ? new Timestamp((long)Math.Min(
            start.UnixNanos + (time.GetElapsedTime(startedAt).Ticks * 100.0 * speed), Timestamp.MaxValue.UnixNanos / 2))
        : start;

    public void Start() => _startedAt ??= time.GetTimestamp();

    /// <summary>How long one has to wait for a time, rounded up; an hour at most, none that has passed.</summary>
    public TimeSpan Until(Timestamp at)
    {
        var ticks = Math.Ceiling((at.UnixNanos - (double)Now.UnixNanos) / 100 / speed);
        return TimeSpan.FromTicks((long)Math.Clamp(ticks, 0, TimeSpan.TicksPerHour));
    }
}
