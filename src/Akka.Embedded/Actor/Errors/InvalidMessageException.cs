namespace Akka.Actor;

/// <summary>A message that cannot be told: null.</summary>
public sealed class InvalidMessageException : AkkaException
{
    public InvalidMessageException(string? message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
