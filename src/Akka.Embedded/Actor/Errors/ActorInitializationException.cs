namespace Akka.Actor;

/// <summary>An actor could not be created: its constructor or PreStart threw, or it was made without Props.</summary>
public class ActorInitializationException : AkkaException
{
    public ActorInitializationException(string? message)
        : base(message)
    {
    }

    public ActorInitializationException(IActorRef? actor, string? message, Exception? cause = null)
        : base(actor is null ? message : $"{actor.Path}: {message}", cause) => Actor = actor;

    /// <summary>Null where the actor is not known.</summary>
    public IActorRef? Actor { get; }
}
