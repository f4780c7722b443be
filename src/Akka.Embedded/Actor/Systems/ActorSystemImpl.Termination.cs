using Akka.Event;

namespace Akka.Actor;

/// <content>How a system ends.</content>
internal sealed partial class ActorSystemImpl
{
    private readonly TaskCompletionSource _terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Stack<Action> _onTermination = new();
    private int _isEnding;
    private bool _hasEnded;

    public override Task WhenTerminated => _terminated.Task;

    public override Task Terminate()
    {
        if (CoordinatedShutdown.IsRunByTerminate(Settings))
        {
            _ = CoordinatedShutdown.Get(this).Run(CoordinatedShutdown.ActorSystemTerminateReason.Instance);
        }
        else
        {
            FinalTerminate();
        }

        return WhenTerminated;
    }

    public override void RegisterOnTermination(Action code)
    {
        ArgumentNullException.ThrowIfNull(code);
        lock (_onTermination)
        {
            if (_hasEnded)
            {
                throw new InvalidOperationException(
                    $"the actor system {Name} has terminated; nothing can be run at its end");
            }

            _onTermination.Push(code);
        }
    }

    internal override void FinalTerminate()
    {
        if (Interlocked.Exchange(ref _isEnding, 1) == 0)
        {
            _user.Stop();
        }
    }

    /// <summary>The failure reached the top: nobody knows what to do about it.</summary>
    public void FailWhole(Exception cause)
    {
        EventStream.Publish(new Error(
            cause,
            _user.Path.ToString(),
            typeof(ActorSystem),
            $"guardian failed, shutting down system: {cause.Message}"));
        FinalTerminate();
    }

    /// <summary>No user's actor is left; the loggers have heard all and may write it.</summary>
    public void UserEnded() => _loggers.Stop(_systemGuardian.Stop);

    public void RootEnded() => Machine.Later(End);

    private void End()
    {
        AskTimers.Stop();
        (_scheduler as IDisposable)?.Dispose();
        Action[] callbacks;
        lock (_onTermination)
        {
            callbacks = [.. _onTermination];
            _hasEnded = true;
        }

        foreach (var callback in callbacks)
        {
            try
            {
                callback();
            }
            catch (Exception failure)
            {
                Log.Error(failure, "Code that was registered to run at the end threw: {0}", failure.Message);
            }
        }

        _terminated.TrySetResult();
    }
}
