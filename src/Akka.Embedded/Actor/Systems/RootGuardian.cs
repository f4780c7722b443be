namespace Akka.Actor;

/// <summary>The root: when <c>/user</c> has ended it ends <c>/system</c>, and then itself.</summary>
internal sealed class RootGuardian(ActorSystemImpl system) : UntypedActor
{
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(
        cause =>
        {
            system.FailWhole(cause);
            return Directive.Stop;
        },
        loggingEnabled: false);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Begin begin:
                Context.Watch(begin.User);
                Context.Watch(begin.System);
                break;
            case Terminated ended when ended.ActorRef.Equals(system.Guardian):
                system.UserEnded();
                break;
            case Terminated:
                Context.Stop(Self);
                break;
            default:
                system.DeadLetters.Tell(message, Sender);
                break;
        }
    }

    internal sealed record Begin(IActorRef User, IActorRef System);
}
