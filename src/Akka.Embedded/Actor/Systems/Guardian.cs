namespace Akka.Actor;

/// <summary>The top of a branch: it supervises and has nothing to say.</summary>
internal sealed class Guardian(SupervisorStrategy strategy) : UntypedActor
{
    protected override SupervisorStrategy SupervisorStrategy() => strategy;

    protected override void OnReceive(object message) => Context.System.DeadLetters.Tell(message, Sender);

    protected override void PreRestart(Exception reason, object message)
    {
    }
}
