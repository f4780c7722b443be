namespace Akka.Actor;

/// <summary>References that stand for no actor.</summary>
public static class ActorRefs
{
    /// <summary>Swallows what it is told.</summary>
    public static readonly IActorRef Nobody = Akka.Actor.Nobody.Instance;

    /// <summary>There is no sender; answers go to the dead letters.</summary>
    public static readonly IActorRef? NoSender;
}
