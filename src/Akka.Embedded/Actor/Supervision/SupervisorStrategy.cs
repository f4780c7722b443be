using Akka.Event;

namespace Akka.Actor;

/// <summary>What an actor does about children that throw.</summary>
public abstract class SupervisorStrategy
{
    public static readonly IDecider DefaultDecider = Actor.Decider.From(
        Directive.Restart,
        new KeyValuePair<Type, Directive>(typeof(ActorInitializationException), Directive.Stop),
        new KeyValuePair<Type, Directive>(typeof(ActorKilledException), Directive.Stop),
        new KeyValuePair<Type, Directive>(typeof(DeathPactException), Directive.Stop));

    /// <summary>
    /// Restarts the child that threw, without a limit; stops it when it could not be created or was killed.
    /// </summary>
    public static readonly SupervisorStrategy DefaultStrategy = new OneForOneStrategy(DefaultDecider);

    /// <summary>Stops the child that threw.</summary>
    public static readonly SupervisorStrategy StoppingStrategy = new OneForOneStrategy(static _ => Directive.Stop);

    private readonly int _maxRestarts;
    private readonly TimeSpan _window;

    private protected SupervisorStrategy(int maxRestarts, TimeSpan window, IDecider decider, bool isLogging)
    {
        ArgumentNullException.ThrowIfNull(decider);
        (_maxRestarts, _window, Decider, LoggingEnabled) = (maxRestarts, window, decider, isLogging);
    }

    public IDecider Decider { get; }

    public bool LoggingEnabled { get; }

    public int MaxNumberOfRetries => _maxRestarts;

    public int WithinTimeRangeMilliseconds => (int)_window.TotalMilliseconds;

    /// <returns>False when the failure is to be passed on.</returns>
    internal virtual bool HandleFailure(ActorCell supervisor, ChildStats child, Exception cause, ChildStats[] all)
    {
        var directive = Decider.Decide(cause);
        Log(supervisor, child.Child, cause, directive);
        switch (directive)
        {
            case Directive.Escalate:
                return false;
            case Directive.Resume:
                child.Child.Resume(cause);
                return true;
            case Directive.Restart:
                Restart(child, cause, all, supervisor.System.Scheduler.MonotonicClock);
                return true;
            default:
                Stop(child, all);
                return true;
        }
    }

    private protected bool MayRestart(ChildStats child, TimeSpan now) => child.MayRestart(_maxRestarts, _window, now);

    private protected abstract void Restart(ChildStats child, Exception cause, ChildStats[] all, TimeSpan now);

    private protected abstract void Stop(ChildStats child, ChildStats[] all);

    private void Log(ActorCell supervisor, LocalActorRef child, Exception cause, Directive directive)
    {
        if (!LoggingEnabled || directive == Directive.Escalate)
        {
            return;
        }

        // The text is that of the cause's cause where an actor could not be created: that is what somebody must mend
        var text = cause is ActorInitializationException { InnerException: { } inner } ? inner.Message : cause.Message;
        var type = supervisor.Actor?.GetType() ?? typeof(SupervisorStrategy);
        supervisor.System.EventStream.Publish(directive == Directive.Resume
            ? new Warning(cause, child.Path.ToString(), type, text)
            : new Error(cause, child.Path.ToString(), type, text));
    }
}
