using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>
/// What the runtime itself tells actors; the link to the next one is inside, so that queueing costs nothing.
/// </summary>
internal abstract class SystemMessage
{
    public SystemMessage? Next { get; set; }

    /// <summary>The first message of every actor.</summary>
    public sealed class Create : SystemMessage;

    public sealed class Recreate(Exception? cause) : SystemMessage
    {
        public Exception? Cause { get; } = cause;
    }

    public sealed class Suspend : SystemMessage;

    public sealed class Resume(Exception? causedByFailure) : SystemMessage
    {
        public Exception? CausedByFailure { get; } = causedByFailure;
    }

    public sealed class Terminate : SystemMessage;

    /// <summary>The actor fails as if its handler had thrown.</summary>
    public sealed class Throw(Exception failure) : SystemMessage
    {
        public Exception Failure { get; } = failure;
    }

    public sealed class Watch(IActorRef watchee, InternalActorRef watcher) : SystemMessage
    {
        public IActorRef Watchee { get; } = watchee;

        public InternalActorRef Watcher { get; } = watcher;
    }

    public sealed class Unwatch(IActorRef watchee, InternalActorRef watcher) : SystemMessage
    {
        public IActorRef Watchee { get; } = watchee;

        public InternalActorRef Watcher { get; } = watcher;
    }

    /// <summary>To watchers and to the parent: the actor has ended.</summary>
    public sealed class Ended(InternalActorRef actor, bool existenceConfirmed) : SystemMessage
    {
        public InternalActorRef Actor { get; } = actor;

        public bool ExistenceConfirmed { get; } = existenceConfirmed;
    }

    /// <summary>To the parent: the actor threw, is suspended, and waits for what the parent decides.</summary>
    public sealed class Failed(LocalActorRef child, Exception cause) : SystemMessage
    {
        public LocalActorRef Child { get; } = child;

        public Exception Cause { get; } = cause;
    }

    /// <summary>A step of asynchronous work of the actor.</summary>
    public sealed class RunTask(ActorTask work, Task task) : SystemMessage
    {
        public ActorTask Work { get; } = work;

        public Task Task { get; } = task;
    }

    /// <summary>Asynchronous work of the actor has ended.</summary>
    public sealed class TaskEnded(ActorTask work, Exception? failure) : SystemMessage
    {
        public ActorTask Work { get; } = work;

        public Exception? Failure { get; } = failure;
    }
}
