using Akka.Actor;

namespace Akka.DependencyInjection;

/// <summary>Gets services from a container, and makes actors whose constructors want them.</summary>
public interface IDependencyResolver
{
    /// <summary>A resolver whose scoped services live until it is disposed.</summary>
    IResolverScope CreateScope();

    /// <summary>Null where there is no such service.</summary>
    object? GetService(Type type);

    T? GetService<T>();

    /// <summary>The constructor gets the arguments, and whatever else it wants from the container.</summary>
    Props Props(Type type, params object[] args);

    Props Props(Type type);

    Props Props<T>(params object[] args)
        where T : ActorBase;
}
