using Akka.Actor;

namespace Akka.TestKit;

/// <summary>An actor that runs on the thread of whoever tells it something, and whose instance can be seen.</summary>
public class TestActorRef<TActor> : TestActorRefBase<TActor>
    where TActor : ActorBase
{
    /// <param name="system">The system it is created in.</param>
    /// <param name="actorProps">Its dispatcher is replaced.</param>
    /// <param name="supervisor">Its parent; null for the user guardian.</param>
    /// <param name="name">Null for a generated one.</param>
    public TestActorRef(ActorSystem system, Props actorProps, IActorRef? supervisor = null, string? name = null)
        : base(system, actorProps, supervisor, name)
    {
    }
}
