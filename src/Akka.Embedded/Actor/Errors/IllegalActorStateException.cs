namespace Akka.Actor;

/// <summary>Something was asked of an actor that its state does not allow.</summary>
public sealed class IllegalActorStateException : AkkaException
{
    public IllegalActorStateException(string? message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
