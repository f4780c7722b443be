namespace Akka.Actor;

/// <summary>The timers of one incarnation of an actor.</summary>
internal sealed class TimerScheduler(ActorCell cell) : ITimerScheduler
{
    private readonly Dictionary<object, (long Generation, Cancelable Timer, bool Repeats)> _active = [];
    private long _generations;

    public void StartPeriodicTimer(object key, object msg, TimeSpan interval) =>
        StartPeriodicTimer(key, msg, interval, interval);

    public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval)
    {
        var (message, timer) = Start(key, msg, repeats: true);
        cell.System.Scheduler.ScheduleTellRepeatedly(initialDelay, interval, cell.Self, message, null, timer);
    }

    public void StartSingleTimer(object key, object msg, TimeSpan timeout)
    {
        var (message, timer) = Start(key, msg, repeats: false);
        cell.System.Scheduler.ScheduleTellOnce(timeout, cell.Self, message, null, timer);
    }

    public bool IsTimerActive(object key) => _active.ContainsKey(key);

    public void Cancel(object key)
    {
        if (_active.Remove(key, out var active))
        {
            active.Timer.Cancel();
        }
    }

    public void CancelAll()
    {
        foreach (var active in _active.Values)
        {
            active.Timer.Cancel();
        }

        _active.Clear();
    }

    /// <summary>
    /// What a timer that was heard says; null when it was cancelled, started anew, or is of an earlier incarnation.
    /// </summary>
    public object? Take(TimerMessage message)
    {
        if (!ReferenceEquals(message.Owner, this)
            || !_active.TryGetValue(message.Key, out var active)
            || active.Generation != message.Generation)
        {
            return null;
        }

        if (!active.Repeats)
        {
            _active.Remove(message.Key);
        }

        return message.Payload;
    }

    private (TimerMessage Message, Cancelable Timer) Start(object key, object msg, bool repeats)
    {
        ArgumentNullException.ThrowIfNull(msg);
        Cancel(key);
        var timer = new Cancelable(cell.System.Scheduler.Advanced);
        _active[key] = (++_generations, timer, repeats);
        return (new TimerMessage(key, msg, _generations, this), timer);
    }
}
