using Akka.Actor;

namespace Akka.Event;

/// <summary>Hears the answer of a logger that starts.</summary>
internal sealed class Handshake(ActorPath path, InternalActorRef logger, Action initialized) : InternalActorRef
{
    private readonly TaskCompletionSource _ready = new();

    public override ActorPath Path => path;

    public InternalActorRef Logger => logger;

    public Task Ready => _ready.Task;

    private protected override void TellInternal(object message, IActorRef? sender)
    {
        if (message is LoggerInitialized)
        {
            initialized();
            _ready.TrySetResult();
        }
    }
}
