using Akka.Actor;

namespace Akka.DependencyInjection;

/// <summary>The container of a system.</summary>
public sealed class DependencyResolver : IExtension
{
    public DependencyResolver(IDependencyResolver resolver) => Resolver = resolver;

    public IDependencyResolver Resolver { get; }

    /// <exception cref="Configuration.ConfigurationException">The system was started without one.</exception>
    public static DependencyResolver For(ActorSystem actorSystem)
    {
        ArgumentNullException.ThrowIfNull(actorSystem);
        return DependencyResolverExtension.Instance.Get(actorSystem);
    }

    /// <summary>The constructor gets the arguments, and whatever else it wants from the container.</summary>
    public Props Props(Type type, params object[] args) => Resolver.Props(type, args);

    public Props Props(Type type) => Resolver.Props(type);

    public Props Props<T>(params object[] args)
        where T : ActorBase => Resolver.Props<T>(args);
}
