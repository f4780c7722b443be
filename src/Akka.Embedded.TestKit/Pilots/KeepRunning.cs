using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Says that the present auto-pilot is to hear the next message, too.</summary>
public sealed class KeepRunning : AutoPilot
{
    private KeepRunning()
    {
    }

    public static KeepRunning Instance { get; } = new();

    /// <exception cref="InvalidOperationException">Always: it is an answer and no pilot.</exception>
    public override AutoPilot Run(IActorRef sender, object message) =>
        throw new InvalidOperationException("KeepRunning is what an auto-pilot returns; it is no auto-pilot to be set");
}
