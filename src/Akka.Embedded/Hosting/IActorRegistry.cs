using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Actors by the type that stands for them, to be added to.</summary>
public interface IActorRegistry : IReadOnlyActorRegistry
{
    /// <exception cref="DuplicateActorRegistryException">Somebody is registered and is not to be replaced.</exception>
    void Register<TKey>(IActorRef actor, bool overwrite = false);

    /// <returns>False when somebody is registered and is not to be replaced.</returns>
    bool TryRegister<TKey>(IActorRef actor, bool overwrite = false);

    bool TryRegister(Type key, IActorRef actor, bool overwrite = false);
}
