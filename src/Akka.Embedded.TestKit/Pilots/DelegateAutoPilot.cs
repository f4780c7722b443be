using Akka.Actor;

namespace Akka.TestKit;

/// <summary>An auto-pilot made of a delegate.</summary>
public sealed class DelegateAutoPilot : AutoPilot
{
    private readonly AutoPilotDelegate _run;

    public DelegateAutoPilot(AutoPilotDelegate autoPilotDelegate) => _run = autoPilotDelegate;

    public override AutoPilot Run(IActorRef sender, object message) => _run(sender, message);
}
