using Akka.Actor;
using Akka.Parity.Tests.Support;

namespace Akka.Parity.Tests.Supervision;

public sealed class GuardianTests() : ParityTest(
    "akka.actor.guardian-supervisor-strategy = \"Akka.Actor.StoppingSupervisorStrategy\"")
{
    [Fact]
    public void The_guardian_supervises_as_the_configuration_says()
    {
        var actor = Spawn((_, _) => throw new InvalidOperationException("planned"));
        Watch(actor);

        actor.Tell("fail", ActorRefs.NoSender);

        ExpectTerminated(actor);
    }
}
