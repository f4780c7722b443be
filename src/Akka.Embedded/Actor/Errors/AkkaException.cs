namespace Akka.Actor;

/// <summary>What the actor runtime throws.</summary>
public abstract class AkkaException : Exception
{
    protected AkkaException(string? message, Exception? cause = null)
        : base(message, cause)
    {
    }

    protected Exception? Cause => InnerException;
}
