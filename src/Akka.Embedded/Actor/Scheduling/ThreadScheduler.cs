using System.Diagnostics;

namespace Akka.Actor;

/// <summary>
/// Timers on a thread of their own, which sleeps until the next one is due and does not exist before the first.
/// </summary>
internal sealed class ThreadScheduler : SchedulerBase
{
    private readonly TimerQueue _timers = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly string _name;
    private readonly Action<Exception> _failed;
    private Thread? _thread;
    private TimeSpan? _sleepsUntil;
    private bool _isStopped;

    /// <param name="name">Of the thread.</param>
    /// <param name="failed">Told what an action threw.</param>
    public ThreadScheduler(string name, Action<Exception> failed) => (_name, _failed) = (name, failed);

    public override DateTimeOffset Now => DateTimeOffset.UtcNow;

    public override TimeSpan MonotonicClock => Stopwatch.GetElapsedTime(_start);

    internal override void Add(TimeSpan delay, TimerEntry entry)
    {
        lock (_timers)
        {
            if (_isStopped)
            {
                throw new SchedulerException("the scheduler has been stopped: its system is terminating");
            }

            var due = MonotonicClock;
            due = delay > TimeSpan.MaxValue - due ? TimeSpan.MaxValue : due + delay;
            _timers.Add(entry, due);
            entry.JoinQueue(_timers);
            if (_thread is null)
            {
                _thread = new Thread(Work) { IsBackground = true, Name = _name };
                _thread.Start();
            }
            else if (_sleepsUntil is null || due < _sleepsUntil)
            {
                Monitor.Pulse(_timers);
            }
        }
    }

    internal override void Stop()
    {
        lock (_timers)
        {
            _isStopped = true;
            _timers.Clear();
            Monitor.Pulse(_timers);
        }
    }

    private void Work()
    {
        while (Next() is { } entry)
        {
            try
            {
                entry.Fire();
            }
            catch (Exception failure)
            {
                _failed(failure);
            }
        }
    }

    private TimerEntry? Next()
    {
        lock (_timers)
        {
            while (!_isStopped)
            {
                if (_timers.TakeDue(MonotonicClock) is { } entry)
                {
                    return entry;
                }

                _sleepsUntil = _timers.NextDue();
                Monitor.Wait(_timers, UntilNext());
                _sleepsUntil = TimeSpan.Zero;
            }

            return null;
        }
    }

    private TimeSpan UntilNext()
    {
        if (_sleepsUntil is not { } due)
        {
            return Timeout.InfiniteTimeSpan;
        }

        // Rounded up, so that the thread does not wake a little early and spin; and no longer than a wait may be
        var milliseconds = Math.Ceiling((due - MonotonicClock).TotalMilliseconds);
        return TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, int.MaxValue));
    }
}
