using Akka.Actor;
using Akka.Configuration;

namespace Akka.DependencyInjection;

/// <summary>Makes the <see cref="DependencyResolver"/> of a system from its setup.</summary>
public sealed class DependencyResolverExtension : ExtensionIdProvider<DependencyResolver>
{
    internal static readonly DependencyResolverExtension Instance = new();

    public override DependencyResolver CreateExtension(ExtendedActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        var setup = system.Setup.Get<DependencyResolverSetup>() ?? throw new ConfigurationException(
            $"{system.Name} has no container: start it with a {nameof(DependencyResolverSetup)}, or with AddAkka");
        return new DependencyResolver(setup.DependencyResolver);
    }
}
