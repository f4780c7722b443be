using Akka.Actor;

namespace Akka.Hosting;

/// <summary>An actor that a service wants injected.</summary>
/// <typeparam name="TActor">The type under which it is registered.</typeparam>
public interface IRequiredActor<TActor>
{
    /// <exception cref="MissingActorRegistryEntryException">It is not there yet.</exception>
    IActorRef ActorRef { get; }

    /// <summary>Waits until it is there.</summary>
    Task<IActorRef> GetAsync(CancellationToken cancellationToken = default);
}
