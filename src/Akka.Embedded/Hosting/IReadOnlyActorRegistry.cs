using System.Diagnostics.CodeAnalysis;
using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Actors by the type that stands for them.</summary>
public interface IReadOnlyActorRegistry : IEnumerable<KeyValuePair<Type, IActorRef>>
{
    bool TryGet<TKey>([NotNullWhen(true)] out IActorRef? actor);

    bool TryGet(Type key, [NotNullWhen(true)] out IActorRef? actor);

    /// <exception cref="MissingActorRegistryEntryException">Nobody is registered.</exception>
    IActorRef Get<TKey>();

    /// <summary>Waits until somebody is registered.</summary>
    Task<IActorRef> GetAsync<TKey>(CancellationToken ct = default);
}
