using Akka.Actor;
using Barter.Actors.Settings;

namespace Barter.Actors.Supervision;

/// <summary>All sessions of one actor system; none of them touches another.</summary>
internal sealed class SystemSupervisor : ReceiveActor
{
    public SystemSupervisor() => Receive<Create>(create => Sender.Tell(Made(create)));

    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(static _ => Directive.Stop);

    private static object Made(Create create)
    {
        var (plan, events) = (create.Plan, create.Events);
        if (!Context.Child(plan.Session).IsNobody())
        {
            return new Status.Failure(new InvalidOperationException(
                $"a session '{plan.Session}' runs in this actor system already; give each its own name"));
        }

        return new Created(Context.ActorOf(Props.Create(() => new SessionSupervisor(plan, events)), plan.Session));
    }

    internal sealed record Create(SessionPlan Plan, SessionEvents Events);

    internal sealed record Created(IActorRef Session);
}
