using Akka.Actor;

namespace Barter.Actors.Supervision;

/// <summary>The one <c>/user/barter</c> of an actor system.</summary>
internal sealed class BarterExtension(ActorSystem system) : IExtension
{
    public IActorRef Supervisor { get; } = system.ActorOf(Props.Create(() => new SystemSupervisor()), "barter");

    public static BarterExtension Of(ActorSystem system) => system.WithExtension<BarterExtension, Provider>();

    internal sealed class Provider : ExtensionIdProvider<BarterExtension>
    {
        public override BarterExtension CreateExtension(ExtendedActorSystem system) => new(system);
    }
}
