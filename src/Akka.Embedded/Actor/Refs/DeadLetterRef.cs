using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Publishes what reaches nobody; also stands for paths at which there is no actor.</summary>
internal sealed class DeadLetterRef(ActorSystemImpl system, ActorPath path) : InternalActorRef
{
    public override ActorPath Path => path;

    internal override bool IsTerminated => true;

    internal override void SendSystem(SystemMessage message)
    {
        if (message is SystemMessage.Watch watch && !watch.Watcher.Equals(this))
        {
            watch.Watcher.SendSystem(new SystemMessage.Ended(this, existenceConfirmed: false));
        }
    }

    private protected override void TellInternal(object message, IActorRef? sender)
    {
        switch (message)
        {
            case DeadLetter letter:
                system.EventStream.Publish(letter);
                break;
            case Identify identify:
                sender?.Tell(new ActorIdentity(identify.MessageId, subject: null), null);
                break;
            default:
                system.DeadLetter(message, sender, this);
                break;
        }
    }
}
