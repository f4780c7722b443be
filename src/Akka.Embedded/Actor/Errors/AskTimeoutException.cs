namespace Akka.Actor;

/// <summary>No answer came in time.</summary>
public sealed class AskTimeoutException : AkkaException
{
    public AskTimeoutException(string? message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
