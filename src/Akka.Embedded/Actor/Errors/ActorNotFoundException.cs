namespace Akka.Actor;

/// <summary>A selection found no actor.</summary>
public sealed class ActorNotFoundException : AkkaException
{
    public ActorNotFoundException(string? message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
