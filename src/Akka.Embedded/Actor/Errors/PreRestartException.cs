namespace Akka.Actor;

/// <summary>PreRestart threw; the restart goes on.</summary>
public sealed class PreRestartException : ActorInitializationException
{
    public PreRestartException(IActorRef actor, Exception restartException, Exception? cause, object? optionalMessage)
        : base(
            actor,
            $"exception in pre restart ({cause?.GetType().Name ?? "no cause"}, "
            + $"{optionalMessage?.GetType().Name ?? "no message"})",
            restartException) =>
        MessageOption = optionalMessage;

    public object? MessageOption { get; }
}
