using Akka.Actor;

namespace Akka.Pattern;

/// <summary>Starts a child again after a growing delay, and passes messages to and from it.</summary>
public abstract class BackoffSupervisorBase : ActorBase, IWithTimers
{
    private readonly BackoffSettings _settings;
    private IActorRef? _lastChild;
    private bool _endsWithChild;

    private protected BackoffSupervisorBase(BackoffSettings settings) => _settings = settings;

    public ITimerScheduler Timers { get; set; } = null!;

    private protected IActorRef? Child { get; private set; }

    private protected int Restarts { get; private set; }

    private protected abstract void Ended(Terminated terminated);

    protected override void PreStart() => StartChild();

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Due.StartChild:
                StartChild();
                return true;
            case Due.Reset:
                Restarts = 0;
                return true;
            case BackoffSupervisor.Reset when _settings.ResetAfter is null:
                Restarts = 0;
                return true;
            case BackoffSupervisor.Reset:
                return false;
            case BackoffSupervisor.GetRestartCount:
                Sender.Tell(new BackoffSupervisor.RestartCount(Restarts), Self);
                return true;
            case BackoffSupervisor.GetCurrentChild:
                Sender.Tell(new BackoffSupervisor.CurrentChild(Child), Self);
                return true;
            case Terminated terminated:
                Ended(terminated);
                return true;
            default:
                PassOn(message);
                return true;
        }
    }

    /// <summary>From now on the child counts as gone.</summary>
    private protected void ForgetChild() => Child = null;

    /// <summary>Starts the child after the delay, or ends where that was asked for.</summary>
    private protected void StartLater()
    {
        ForgetChild();
        Timers.Cancel(Due.Reset.Key);
        if (_endsWithChild)
        {
            Context.Stop(Self);
            return;
        }

        var delay = _settings.Delay(Restarts, ((ExtendedActorSystem)Context.System).Randomness);
        Restarts++;
        Timers.StartSingleTimer(Due.StartChild.Key, new Due.StartChild(), delay);
    }

    private void StartChild()
    {
        Child = _lastChild = Context.Watch(Context.ActorOf(_settings.ChildProps, _settings.ChildName));
        if (_settings.ResetAfter is { } time)
        {
            Timers.StartSingleTimer(Due.Reset.Key, new Due.Reset(), time);
        }
    }

    private void PassOn(object message)
    {
        // Word of a failure overtakes what the child said before
        if (Sender.Equals(_lastChild))
        {
            Context.Parent.Forward(message);
            return;
        }

        var isFinal = _settings.FinalStopMessage?.Invoke(message) == true;
        if (Child is { } child)
        {
            _endsWithChild |= isFinal;
            child.Forward(message);
        }
        else if (isFinal)
        {
            Context.Stop(Self);
        }
        else if (_settings.ReplyWhileStopped is { } reply)
        {
            Sender.Tell(reply, Self);
        }
        else
        {
            Context.System.DeadLetters.Forward(message);
        }
    }

    /// <summary>Timers of the supervisor.</summary>
    private static class Due
    {
        public sealed class StartChild
        {
            public const string Key = "start-child";
        }

        public sealed class Reset
        {
            public const string Key = "reset";
        }
    }
}
