using Akka.Actor;

namespace Akka.Simulation;

/// <summary>The virtual clock as a <see cref="TimeProvider"/>.</summary>
internal sealed class SimulatedTime(SimulatedScheduler scheduler) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => scheduler.Now;

    public override long GetTimestamp() => scheduler.MonotonicClock.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(scheduler, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class SimulatedTimer(SimulatedScheduler scheduler, Action callback) : ITimer
    {
        private Cancelable? _set;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Dispose();
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return true;
            }

            _set = new Cancelable(scheduler);
            if (period > TimeSpan.Zero)
            {
                scheduler.ScheduleRepeatedly(dueTime, period, callback, _set);
            }
            else
            {
                scheduler.ScheduleOnce(dueTime, callback, _set);
            }

            return true;
        }

        public void Dispose()
        {
            _set?.Cancel();
            _set = null;
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
