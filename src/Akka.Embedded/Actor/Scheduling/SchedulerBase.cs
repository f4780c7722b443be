namespace Akka.Actor;

/// <summary>What all schedulers have in common: checks, and one way to set a timer.</summary>
public abstract class SchedulerBase : IScheduler, IAdvancedScheduler
{
    private protected SchedulerBase()
    {
    }

    public IAdvancedScheduler Advanced => this;

    public abstract DateTimeOffset Now { get; }

    public abstract TimeSpan MonotonicClock { get; }

    public virtual TimeSpan HighResMonotonicClock => MonotonicClock;

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellOnce(delay, receiver, message, sender, null);

    public void ScheduleTellOnce(
        TimeSpan delay, ICanTell receiver, object message, IActorRef? sender, ICancelable? cancelable) =>
        Set(delay, new TimerEntry(Known(receiver), message, sender, interval: null, cancelable));

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef? sender) =>
        ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, null);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay,
        TimeSpan interval,
        ICanTell receiver,
        object message,
        IActorRef? sender,
        ICancelable? cancelable) =>
        Set(initialDelay, new TimerEntry(Known(receiver), message, sender, Checked(interval), cancelable));

    public void ScheduleOnce(TimeSpan delay, Action action) => ScheduleOnce(delay, action, null);

    public void ScheduleOnce(TimeSpan delay, Action action, ICancelable? cancelable) =>
        Set(delay, new TimerEntry(action, interval: null, cancelable));

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action) =>
        ScheduleRepeatedly(initialDelay, interval, action, null);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Set(initialDelay, new TimerEntry(action, Checked(interval), cancelable));

    /// <summary>Sets a timer that is due so long from now.</summary>
    internal abstract void Add(TimeSpan delay, TimerEntry entry);

    /// <summary>No timer fires after this.</summary>
    internal abstract void Stop();

    private static ICanTell Known(ICanTell receiver)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        return receiver;
    }

    private static TimeSpan Checked(TimeSpan interval) => interval > TimeSpan.Zero
        ? interval
        : throw new ArgumentOutOfRangeException(nameof(interval), interval, "an interval must be above zero");

    private void Set(TimeSpan delay, TimerEntry entry)
    {
        if (delay < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(delay), delay, "a delay must not be below zero");
        }

        if (!entry.IsCancelled)
        {
            Add(delay, entry);
        }
    }
}
