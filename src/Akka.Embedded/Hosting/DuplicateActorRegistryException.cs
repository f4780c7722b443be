namespace Akka.Hosting;

/// <summary>Somebody is registered under the type already.</summary>
public sealed class DuplicateActorRegistryException : ActorRegistryException
{
    public DuplicateActorRegistryException(string message)
        : base(message)
    {
    }
}
