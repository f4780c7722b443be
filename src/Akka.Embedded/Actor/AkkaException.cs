namespace Akka.Actor;

/// <summary>What every exception of the actor runtime is.</summary>
public abstract class AkkaException : Exception
{
    protected AkkaException()
    {
    }

    protected AkkaException(string? message, Exception? cause = null) : base(message, cause)
    {
    }

    protected Exception? Cause => InnerException;
}
