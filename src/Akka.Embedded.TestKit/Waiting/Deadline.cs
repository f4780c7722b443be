using System.Diagnostics;

namespace Akka.TestKit;

/// <summary>When waiting ends; never, for negative times.</summary>
internal readonly struct Deadline
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    private readonly long _start;
    private readonly TimeSpan _max;

    private Deadline(TimeSpan max) => (_start, _max) = (Stopwatch.GetTimestamp(), max);

    public TimeSpan Waited => Stopwatch.GetElapsedTime(_start);

    public bool IsOver => _max >= TimeSpan.Zero && Waited >= _max;

    /// <summary>Gets what is left in milliseconds, rounded up so that no timer ends before the deadline.</summary>
    public TimeSpan Left
    {
        get
        {
            if (_max < TimeSpan.Zero)
            {
                return LongestTimer;
            }

            var left = Math.Ceiling((_max - Waited).TotalMilliseconds);
            return TimeSpan.FromMilliseconds(Math.Clamp(left, 0, LongestTimer.TotalMilliseconds));
        }
    }

    public static Deadline After(TimeSpan max) => new(max);
}
