namespace Akka.Actor;

/// <summary>
/// Gives the strategy of the guardian of <c>/user</c>; named in <c>akka.actor.guardian-supervisor-strategy</c>.
/// </summary>
public abstract class SupervisorStrategyConfigurator
{
    public abstract SupervisorStrategy Create();
}
