namespace Akka.Actor;

/// <summary>The new instance could not be created, or PostRestart threw.</summary>
public sealed class PostRestartException : ActorInitializationException
{
    public PostRestartException(IActorRef actor, Exception cause, Exception? originalCause)
        : base(actor, $"exception in post restart ({originalCause?.GetType().Name ?? "no cause"})", cause) =>
        OriginalCause = originalCause;

    /// <summary>What the actor was restarted for.</summary>
    public Exception? OriginalCause { get; }
}
