namespace Akka.Actor;

/// <summary>An actor was told to <see cref="Kill"/> itself.</summary>
public sealed class ActorKilledException : AkkaException
{
    public ActorKilledException(string? message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
