namespace Akka.Actor;

/// <summary>The part of a system that extensions may use.</summary>
public abstract class ExtendedActorSystem : ActorSystem
{
    private protected ExtendedActorSystem()
    {
    }

    /// <summary>The parent of all that <see cref="ActorSystem.ActorOf"/> creates.</summary>
    public abstract IActorRef Guardian { get; }

    public abstract IActorRef SystemGuardian { get; }

    /// <summary>Creates an actor under <c>/system</c>; these stop after those under <c>/user</c>.</summary>
    public abstract IActorRef SystemActorOf(Props props, string? name = null);

    /// <summary>
    /// Gets what chance there is in the system, such as that of back-off delays; a simulation seeds it.
    /// </summary>
    internal abstract Random Randomness { get; }

    internal abstract Setup.ActorSystemSetup Setup { get; }

    /// <summary>Stops all actors now, without a coordinated shutdown.</summary>
    internal abstract void FinalTerminate();
}
