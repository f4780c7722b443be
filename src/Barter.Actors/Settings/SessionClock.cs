using Barter.Model;

namespace Barter.Actors.Settings;

/// <summary>The time of a session: that of the machine, or that of a recording which runs at its speed.</summary>
internal sealed class SessionClock
{
    private readonly TimeProvider _time;
    private readonly double _speed;
    private readonly bool _isRecorded;
    private Timestamp _start;
    private long _startedAt;

    /// <param name="time">That of the machine.</param>
    /// <param name="start">Where it begins; none for now.</param>
    /// <param name="speed">How many of its seconds pass in one of the machine.</param>
    /// <param name="isRecorded">Whether it stands while there is no process.</param>
    public SessionClock(TimeProvider time, Timestamp? start, double speed, bool isRecorded)
    {
        (_time, _speed, _startedAt) = (time, speed, time.GetTimestamp());
        (_start, _isRecorded) = (start ?? Timestamp.From(time.GetUtcNow()), isRecorded);
    }

    public Timestamp Now => _start.AddNanos((long)(_time.GetElapsedTime(_startedAt).Ticks * 100 * _speed));

    /// <summary>The time of the session once a span of the machine's time has passed since another.</summary>
    public Timestamp After(Timestamp from, TimeSpan span) => from.AddNanos((long)(span.Ticks * 100 * _speed));

    /// <summary>Lets the time of a recording go on from here; any other went on by itself.</summary>
    public void Resume(Timestamp at)
    {
        if (_isRecorded)
        {
            (_start, _startedAt) = (at, _time.GetTimestamp());
        }
    }

    /// <summary>How long one has to wait for a time of the session; zero for one that has passed.</summary>
    public TimeSpan Until(Timestamp at) => Scaled(at - Now);

    /// <summary>
    /// A span of the session's time in that of the machine, rounded up; a day at most, as timers bear no more.
    /// </summary>
    public TimeSpan Scaled(TimeSpan span) => span <= TimeSpan.Zero
        ? TimeSpan.Zero
        : TimeSpan.FromTicks((long)Math.Min(Math.Ceiling(span.Ticks / _speed), TimeSpan.TicksPerDay));
}
