namespace Akka.Actor;

/// <summary>Calls off what it was given to.</summary>
public sealed class Cancelable : ICancelable, IDisposable
{
    private readonly IActionScheduler? _scheduler;
    private readonly Lock _lock = new();
    private CancellationTokenSource? _source;
    private List<TimerEntry>? _timers;
    private volatile bool _isCancelled;

    public Cancelable(IActionScheduler scheduler) => _scheduler = scheduler;

    public Cancelable(IActionScheduler scheduler, TimeSpan delay)
        : this(scheduler) => CancelAfter(delay);

    public Cancelable(IActionScheduler scheduler, int millisecondsDelay)
        : this(scheduler) => CancelAfter(millisecondsDelay);

    public bool IsCancellationRequested => _isCancelled;

    public CancellationToken Token
    {
        get
        {
            lock (_lock)
            {
                _source ??= new CancellationTokenSource();
                if (_isCancelled)
                {
                    _source.Cancel();
                }

                return _source.Token;
            }
        }
    }

    /// <summary>One that is cancelled from the start.</summary>
    public static ICancelable CreateCanceled()
    {
        var cancelable = new Cancelable();
        cancelable.Cancel();
        return cancelable;
    }

    public void Cancel() => Cancel(throwOnFirstException: false);

    public void Cancel(bool throwOnFirstException)
    {
        CancellationTokenSource? source;
        lock (_lock)
        {
            if (_isCancelled)
            {
                return;
            }

            _isCancelled = true;
            _timers?.ForEach(timer => timer.Cancel());
            _timers = null;
            source = _source;
        }

        source?.Cancel(throwOnFirstException);
    }

    public void CancelAfter(TimeSpan delay) =>
        (_scheduler ?? throw new InvalidOperationException("a cancelled Cancelable has no scheduler"))
        .ScheduleOnce(delay, Cancel, this);

    public void CancelAfter(int millisecondsDelay) => CancelAfter(TimeSpan.FromMilliseconds(millisecondsDelay));

    public void Dispose() => _source?.Dispose();

    /// <summary>What is cancelled must not stay in the queue of timers until it is due.</summary>
    internal void Attach(TimerEntry timer)
    {
        lock (_lock)
        {
            if (_isCancelled)
            {
                timer.Cancel();
            }
            else
            {
                (_timers ??= new(1)).Add(timer);
            }
        }
    }

    private Cancelable()
    {
    }
}
