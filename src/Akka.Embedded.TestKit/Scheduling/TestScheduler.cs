using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.TestKit;

/// <summary>Timers in virtual time: nothing is due until the test says that time passes.</summary>
/// <remarks>
/// What is due fires on the thread of the test, in the order of the times, and at the same time in the order in which
/// it was set. While it fires, <see cref="Now"/> is the time at which it was due.
/// </remarks>
public class TestScheduler : SchedulerBase
{
    private readonly TimerQueue _timers = new();
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;
    private TimeSpan _passed;
    private bool _isStopped;

    /// <param name="schedulerConfig">Not used; systems give it to every scheduler.</param>
    /// <param name="log">Not used.</param>
    public TestScheduler(Config schedulerConfig, ILoggingAdapter log) => (_, _) = (schedulerConfig, log);

    public override DateTimeOffset Now => _start + MonotonicClock;

    /// <summary>Gets the virtual time since the beginning.</summary>
    public override TimeSpan MonotonicClock
    {
        get
        {
            lock (_timers)
            {
                return _passed;
            }
        }
    }

    protected DateTimeOffset TimeNow => Now;

    /// <summary>Lets time pass; what comes due meanwhile fires.</summary>
    public void Advance(TimeSpan offset)
    {
        if (offset < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), offset, "time does not go back");
        }

        var end = MonotonicClock + offset;
        while (TakeDue(end) is { } entry)
        {
            entry.Fire();
        }
    }

    public void AdvanceTo(DateTimeOffset when)
    {
        var now = Now;
        if (when < now)
        {
            throw new InvalidOperationException($"time does not go back: it is {now:O}, and {when:O} was before");
        }

        Advance(when - now);
    }

    internal override void Add(TimeSpan delay, TimerEntry entry)
    {
        lock (_timers)
        {
            if (_isStopped)
            {
                throw new SchedulerException("the scheduler has been stopped: its system is terminating");
            }

            _timers.Add(entry, delay > TimeSpan.MaxValue - _passed ? TimeSpan.MaxValue : _passed + delay);
            entry.JoinQueue(_timers);
        }
    }

    internal override void Stop()
    {
        lock (_timers)
        {
            _isStopped = true;
            _timers.Clear();
        }
    }

    private TimerEntry? TakeDue(TimeSpan end)
    {
        lock (_timers)
        {
            if (_timers.NextDue() is not { } due || due > end)
            {
                _passed = end;
                return null;
            }

            _passed = due > _passed ? due : _passed;
            return _timers.TakeDue(due);
        }
    }
}
