namespace Akka.Hosting;

/// <summary>Nobody is registered under the type.</summary>
public sealed class MissingActorRegistryEntryException : ActorRegistryException
{
    public MissingActorRegistryEntryException(string message)
        : base(message)
    {
    }
}
