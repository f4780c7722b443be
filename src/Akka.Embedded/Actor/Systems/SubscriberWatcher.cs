using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Takes actors that have ended off an event stream.</summary>
internal sealed class SubscriberWatcher(ActorPath path, EventStream stream) : InternalActorRef
{
    public override ActorPath Path => path;

    internal override void SendSystem(SystemMessage message)
    {
        if (message is SystemMessage.Ended ended)
        {
            stream.Unsubscribe(ended.Actor);
        }
    }

    private protected override void TellInternal(object message, IActorRef? sender)
    {
    }
}
