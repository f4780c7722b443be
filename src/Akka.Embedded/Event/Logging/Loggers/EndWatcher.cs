using Akka.Actor;
using Akka.Dispatch;

namespace Akka.Event;

/// <summary>Watches some actors and says when the last of them has ended.</summary>
internal sealed class EndWatcher(ActorPath path, int count, Action ended) : InternalActorRef
{
    private int _count = count;

    public override ActorPath Path => path;

    internal override void SendSystem(SystemMessage message)
    {
        if (message is SystemMessage.Ended && Interlocked.Decrement(ref _count) == 0)
        {
            ended();
        }
    }

    private protected override void TellInternal(object message, IActorRef? sender)
    {
    }
}
