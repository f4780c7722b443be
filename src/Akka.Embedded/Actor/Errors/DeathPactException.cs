namespace Akka.Actor;

/// <summary>A watched actor ended and the watcher did not handle <see cref="Terminated"/>.</summary>
public sealed class DeathPactException : AkkaException
{
    public DeathPactException(IActorRef deadActor)
        : base($"watched actor {deadActor} terminated and its Terminated was not handled") => DeadActor = deadActor;

    public IActorRef DeadActor { get; }
}
