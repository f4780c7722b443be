using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Answers for a test actor as soon as it hears something; the message can still be expected.</summary>
public abstract class AutoPilot
{
    /// <summary>Gets what <see cref="Run"/> returns to hear the next message, too.</summary>
    public static KeepRunning KeepRunning => KeepRunning.Instance;

    /// <summary>Gets what <see cref="Run"/> returns when it has done its work.</summary>
    public static NoAutoPilot NoAutoPilot => NoAutoPilot.Instance;

    /// <returns>The pilot for the next message.</returns>
    public abstract AutoPilot Run(IActorRef sender, object message);
}
