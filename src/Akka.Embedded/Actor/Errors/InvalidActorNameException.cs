namespace Akka.Actor;

/// <summary>A name that is not allowed, or that a living sibling has.</summary>
public sealed class InvalidActorNameException : AkkaException
{
    public InvalidActorNameException(string? message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
