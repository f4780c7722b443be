namespace Akka.Actor.Setup;

/// <summary>A part of what a system is started with; one of each type.</summary>
public abstract class Setup
{
    public ActorSystemSetup And(Setup other) => ActorSystemSetup.Create(this).And(other);
}
