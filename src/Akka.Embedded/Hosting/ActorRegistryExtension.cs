using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Makes the <see cref="ActorRegistry"/> of a system.</summary>
public sealed class ActorRegistryExtension : ExtensionIdProvider<ActorRegistry>
{
    internal static readonly ActorRegistryExtension Instance = new();

    public override ActorRegistry CreateExtension(ExtendedActorSystem system) => new();
}
