using Akka.Actor;

namespace Akka.TestKit;

/// <summary>The code of a <see cref="DelegateAutoPilot"/>; it returns the pilot for the next message.</summary>
public delegate AutoPilot AutoPilotDelegate(IActorRef sender, object message);
