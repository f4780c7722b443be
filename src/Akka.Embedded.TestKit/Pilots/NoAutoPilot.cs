using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Nobody answers for the test actor.</summary>
public sealed class NoAutoPilot : AutoPilot
{
    private NoAutoPilot()
    {
    }

    public static NoAutoPilot Instance { get; } = new();

    public override AutoPilot Run(IActorRef sender, object message) => this;
}
