namespace Akka.Actor;

/// <summary>Something that is due at a time, once or again and again.</summary>
internal sealed class TimerEntry
{
    private readonly ICanTell? _receiver;
    private readonly object _what;
    private readonly IActorRef? _sender;
    private readonly ICancelable? _cancelable;
    private TimerQueue? _queue;
    private int _isCancelled;

    public TimerEntry(Action action, TimeSpan? interval, ICancelable? cancelable) =>
        (_what, Interval, _cancelable) = (action, interval, cancelable);

    public TimerEntry(ICanTell receiver, object message, IActorRef? sender, TimeSpan? interval, ICancelable? cancelable)
    {
        (_receiver, _what, _sender) = (receiver, message, sender);
        (Interval, _cancelable) = (interval, cancelable);
    }

    public TimeSpan? Interval { get; }

    /// <summary>Gets or sets when it is due, on the clock of its scheduler.</summary>
    public TimeSpan Due { get; set; }

    public bool IsCancelled => Volatile.Read(ref _isCancelled) != 0 || _cancelable is { IsCancellationRequested: true };

    public void JoinQueue(TimerQueue queue)
    {
        _queue = queue;
        (_cancelable as Cancelable)?.Attach(this);
    }

    public void Cancel()
    {
        if (Interlocked.Exchange(ref _isCancelled, 1) == 0)
        {
            _queue?.NoteCancelled();
        }
    }

    public void Fire()
    {
        if (_receiver is not null)
        {
            _receiver.Tell(_what, _sender);
        }
        else
        {
            ((Action)_what)();
        }
    }
}
