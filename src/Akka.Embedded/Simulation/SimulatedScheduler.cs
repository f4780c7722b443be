using Akka.Actor;

namespace Akka.Simulation;

/// <summary>Timers in virtual time, which moves only when the simulation says so.</summary>
internal sealed class SimulatedScheduler(DateTimeOffset start) : SchedulerBase
{
    private readonly TimerQueue _timers = new();
    private TimeSpan _now;

    public override DateTimeOffset Now => start + _now;

    public override TimeSpan MonotonicClock => _now;

    public TimeSpan? NextDue => _timers.NextDue();

    /// <summary>Moves the clock to the next timer and takes it.</summary>
    public TimerEntry TakeNext()
    {
        _now = TimeSpan.FromTicks(Math.Max(_now.Ticks, NextDue!.Value.Ticks));
        return _timers.TakeDue(_now)!;
    }

    public void MoveTo(TimeSpan time) => _now = time;

    internal override void Add(TimeSpan delay, TimerEntry entry)
    {
        _timers.Add(entry, delay > TimeSpan.MaxValue - _now ? TimeSpan.MaxValue : _now + delay);
        entry.JoinQueue(_timers);
    }

    internal override void Stop() => _timers.Clear();
}
