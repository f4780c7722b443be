namespace Akka.Actor;

/// <content>The receive timeout.</content>
internal sealed partial class ActorCell
{
    private Cancelable? _receiveTimer;

    public TimeSpan? ReceiveTimeout { get; private set; }

    private bool HasReceiveTimeout => ReceiveTimeout is not null;

    public void SetReceiveTimeout(TimeSpan? timeout)
    {
        if (timeout is { } span && span <= TimeSpan.Zero && span != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(
                nameof(timeout), timeout, "a receive timeout must be above zero; null ends it");
        }

        ReceiveTimeout = timeout == Timeout.InfiniteTimeSpan ? null : timeout;
        if (ReceiveTimeout is null)
        {
            CancelReceiveTimeout();
        }
        else if (CurrentMessage is INotInfluenceReceiveTimeout or null)
        {
            RestartReceiveTimeout(message: null);
        }
    }

    private void RestartReceiveTimeout(object? message)
    {
        if (message is INotInfluenceReceiveTimeout || ReceiveTimeout is not { } timeout || _isTerminating)
        {
            return;
        }

        CancelReceiveTimeout();
        _receiveTimer = new Cancelable(System.Scheduler.Advanced);
        System.Scheduler.ScheduleTellOnce(timeout, _self, Akka.Actor.ReceiveTimeout.Instance, _self, _receiveTimer);
    }

    private void CancelReceiveTimeout()
    {
        _receiveTimer?.Cancel();
        _receiveTimer = null;
    }
}
