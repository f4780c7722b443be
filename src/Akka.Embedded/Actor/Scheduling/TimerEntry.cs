namespace Akka.Actor;

/// <summary>Something that is due at a time, once or again and again.</summary>
internal sealed class TimerEntry
{
    private readonly ICancelable? _cancelable;
    private TimerQueue? _queue;

    /// <summary>An action or a letter; null once it is cancelled or over, however long it stays in a queue.</summary>
    private object? _what;

    public TimerEntry(Action action, TimeSpan? interval, ICancelable? cancelable) =>
        (_what, Interval, _cancelable) = (action, interval, cancelable);

    public TimerEntry(
        ICanTell receiver, object message, IActorRef? sender, TimeSpan? interval, ICancelable? cancelable) =>
        (_what, Interval, _cancelable) = (new Letter(receiver, message, sender), interval, cancelable);

    public TimeSpan? Interval { get; }

    /// <summary>Gets or sets when it is due, on the clock of its scheduler.</summary>
    public TimeSpan Due { get; set; }

    public bool IsCancelled => Volatile.Read(ref _what) is null || _cancelable is { IsCancellationRequested: true };

    public void JoinQueue(TimerQueue queue)
    {
        _queue = queue;
        (_cancelable as Cancelable)?.Attach(this);
    }

    public void Cancel()
    {
        if (Interlocked.Exchange(ref _what, null) is not null)
        {
            _queue?.NoteCancelled();
        }
    }

    public void Fire()
    {
        switch (Interval is null ? Interlocked.Exchange(ref _what, null) : Volatile.Read(ref _what))
        {
            case Letter letter:
                letter.Receiver.Tell(letter.Message, letter.Sender);
                break;
            case Action action:
                action();
                break;
        }
    }

    private sealed record Letter(ICanTell Receiver, object Message, IActorRef? Sender);
}
