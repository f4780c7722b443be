namespace Akka.Hosting;

/// <summary>What the <see cref="ActorRegistry"/> throws.</summary>
public class ActorRegistryException : Exception
{
    public ActorRegistryException(string message)
        : base(message)
    {
    }
}
