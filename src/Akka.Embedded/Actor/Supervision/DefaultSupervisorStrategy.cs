namespace Akka.Actor;

/// <summary>Restarts what throws.</summary>
public sealed class DefaultSupervisorStrategy : SupervisorStrategyConfigurator
{
    public override SupervisorStrategy Create() => SupervisorStrategy.DefaultStrategy;
}
