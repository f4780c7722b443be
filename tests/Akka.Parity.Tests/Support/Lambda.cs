using Akka.Actor;

namespace Akka.Parity.Tests.Support;

/// <summary>An actor whose whole behaviour is one function.</summary>
public sealed class Lambda(Action<object, IUntypedActorContext> behaviour) : UntypedActor
{
    public static Props Props(Action<object, IUntypedActorContext> behaviour) =>
        Akka.Actor.Props.Create(() => new Lambda(behaviour));

    protected override void OnReceive(object message) => behaviour(message, Context);
}
