namespace Akka.Actor;

/// <summary>What an actor is: a behaviour that hears one message at a time, and hooks for its life.</summary>
public abstract class ActorBase
{
    private readonly ActorCell _cell;

    /// <exception cref="ActorInitializationException">The instance was not made by the runtime.</exception>
    protected ActorBase()
    {
        if (ActorCell.Current is not { IsCreating: true } cell)
        {
            throw new ActorInitializationException(
                $"{GetType()} must be created with ActorOf and Props, and not with new: it has no place in a system");
        }

        _cell = cell;
        cell.Become(Receive);
    }

    /// <exception cref="NotSupportedException">No actor processes a message on this thread.</exception>
    protected static IActorContext Context => ActorCell.Current ?? throw NoContext();

    protected IActorRef Self => _cell.Self;

    /// <summary>Who told the current message; the dead letters where nobody is to be answered.</summary>
    protected IActorRef Sender => Context.Sender;

    public virtual void AroundPreStart() => PreStart();

    public virtual void AroundPostStop() => PostStop();

    public virtual void AroundPreRestart(Exception cause, object message) => PreRestart(cause, message);

    public virtual void AroundPostRestart(Exception cause, object message) => PostRestart(cause);

    internal static NotSupportedException NoContext() => new(
        "there is no active ActorContext: the code runs outside an actor, most likely after an await in a handler that "
        + "was not given to ReceiveAsync");

    internal void Hear(Receive behaviour, object message) => AroundReceive(behaviour, message);

    /// <summary>The constructor has run.</summary>
    internal virtual void Constructed()
    {
    }

    internal SupervisorStrategy StrategyOfActor() => SupervisorStrategy();

    protected internal virtual bool AroundReceive(Receive receive, object message)
    {
        var isHandled = receive(message);
        if (!isHandled)
        {
            Unhandled(message);
        }

        return isHandled;
    }

    /// <summary>The first behaviour.</summary>
    /// <returns>False for a message that is not handled.</returns>
    protected abstract bool Receive(object message);

    /// <summary>
    /// Publishes an <see cref="Event.UnhandledMessage"/>; an unhandled <see cref="Terminated"/> is fatal.
    /// </summary>
    protected virtual void Unhandled(object message) => _cell.PublishUnhandled(message);

    protected void Become(Receive receive) => Context.Become(receive);

    protected void BecomeStacked(Receive receive) => Context.BecomeStacked(receive);

    protected void UnbecomeStacked() => Context.UnbecomeStacked();

    protected void SetReceiveTimeout(TimeSpan? timeout) => Context.SetReceiveTimeout(timeout);

    /// <summary>What happens to children that throw; asked once an incarnation.</summary>
    protected virtual SupervisorStrategy SupervisorStrategy() => Actor.SupervisorStrategy.DefaultStrategy;

    protected virtual void PreStart()
    {
    }

    protected virtual void PostStop()
    {
    }

    /// <summary>
    /// On the instance that failed, before it is given up; stops the children and calls <see cref="PostStop"/>.
    /// </summary>
    /// <param name="reason">What it threw.</param>
    /// <param name="message">What it processed; null where it was not the one that failed.</param>
    protected virtual void PreRestart(Exception reason, object message)
    {
        foreach (var child in Context.GetChildren().ToArray())
        {
            Context.Unwatch(child);
            Context.Stop(child);
        }

        PostStop();
    }

    /// <summary>On the new instance; calls <see cref="PreStart"/>.</summary>
    protected virtual void PostRestart(Exception reason) => PreStart();

    protected void RunTask(Func<Task> action) => Dispatch.ActorTaskScheduler.RunTask(action);
}
