using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>Waits for the one answer to an Ask.</summary>
internal sealed class FutureRef<T> : InternalActorRef
{
    private readonly ActorSystemImpl _system;
    private readonly TaskCompletionSource<T> _answer;
    private ActorPath? _path;
    private TimerEntry? _timeout;
    private CancellationTokenRegistration _cancellation;
    private List<InternalActorRef>? _watchers;
    private int _isDone;

    public FutureRef(ActorSystemImpl system)
    {
        _system = system;
        _answer = new TaskCompletionSource<T>(
            system.Machine.IsSimulated ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Made when somebody asks for it, which most never do.</summary>
    public override ActorPath Path =>
        _path ?? Interlocked.CompareExchange(ref _path, _system.TempPath(), null) ?? _path;

    internal override bool IsTerminated => Volatile.Read(ref _isDone) != 0;

    public Task<T> Ask(ICanTell target, object message, TimeSpan? timeout, CancellationToken cancellation)
    {
        var span = timeout ?? _system.AskTimeout;
        if (span >= TimeSpan.Zero)
        {
            SetTimeout(target, span);
        }

        if (cancellation.CanBeCanceled)
        {
            _cancellation = cancellation.UnsafeRegister(
                static (self, token) => ((FutureRef<T>)self!).Cancel(token), this);
        }

        target.Tell(message, this);
        return _answer.Task;
    }

    internal override void SendSystem(SystemMessage message)
    {
        switch (message)
        {
            case SystemMessage.Watch watch:
                Watch(watch.Watcher);
                break;
            case SystemMessage.Unwatch unwatch:
                Unwatch(unwatch.Watcher);
                break;
            case SystemMessage.Ended ended:
                Tell(new Terminated(ended.Actor, ended.ExistenceConfirmed, addressTerminated: false), ended.Actor);
                break;
        }
    }

    private protected override void TellInternal(object message, IActorRef? sender)
    {
        if (!TryEnd())
        {
            _system.DeadLetter(message, sender, this);
            return;
        }

        switch (message)
        {
            case T answer:
                Succeed(answer);
                break;
            case Status.Failure failure:
                Fail(failure.Cause);
                break;
            default:
                Fail(new ArgumentException(
                    $"received message of type [{message.GetType()}] - Ask expected message of type [{typeof(T)}]"));
                break;
        }
    }

    /// <summary>In a simulation what waits for the answer must not run inside the actor that answers.</summary>
    private void Succeed(T answer)
    {
        if (_system.Machine.IsSimulated)
        {
            _system.Machine.Later(() => _answer.SetResult(answer));
        }
        else
        {
            _answer.SetResult(answer);
        }
    }

    private void Fail(Exception cause)
    {
        if (_system.Machine.IsSimulated)
        {
            _system.Machine.Later(() => _answer.SetException(cause));
        }
        else
        {
            _answer.SetException(cause);
        }
    }

    /// <summary>Apart from its caller, which would make the closure even where there is no timeout.</summary>
    private void SetTimeout(ICanTell target, TimeSpan timeout)
    {
        _timeout = new TimerEntry(() => TimeOut(target, timeout), interval: null, cancelable: null);
        _system.AskTimers.Add(timeout, _timeout);
    }

    private void TimeOut(ICanTell target, TimeSpan timeout)
    {
        if (TryEnd())
        {
            Fail(new AskTimeoutException($"timeout after {timeout} into an Ask of {target}: nobody answered"));
        }
    }

    private void Cancel(CancellationToken token)
    {
        if (!TryEnd())
        {
            return;
        }

        if (_system.Machine.IsSimulated)
        {
            _system.Machine.Later(() => _answer.SetCanceled(token));
        }
        else
        {
            _answer.SetCanceled(token);
        }
    }

    private bool TryEnd()
    {
        if (Interlocked.Exchange(ref _isDone, 1) != 0)
        {
            return false;
        }

        _timeout?.Cancel();
        _cancellation.Unregister();
        TellWatchers();
        return true;
    }

    private void Watch(InternalActorRef watcher)
    {
        lock (_answer)
        {
            if (!IsTerminated)
            {
                (_watchers ??= []).Add(watcher);
                return;
            }
        }

        watcher.SendSystem(new SystemMessage.Ended(this, existenceConfirmed: true));
    }

    private void Unwatch(InternalActorRef watcher)
    {
        lock (_answer)
        {
            _watchers?.Remove(watcher);
        }
    }

    private void TellWatchers()
    {
        lock (_answer)
        {
            foreach (var watcher in _watchers ?? [])
            {
                watcher.SendSystem(new SystemMessage.Ended(this, existenceConfirmed: true));
            }

            _watchers = null;
        }
    }
}
