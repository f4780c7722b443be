namespace Akka.Actor;

/// <summary>The reference of nobody: no actor was found, or none is meant.</summary>
public sealed class Nobody : InternalActorRef
{
    private Nobody() => Path = new RootActorPath(Address.AllSystems, "/Nobody");

    public static Nobody Instance { get; } = new();

    public override ActorPath Path { get; }

    private protected override void TellInternal(object message, IActorRef? sender)
    {
    }
}
