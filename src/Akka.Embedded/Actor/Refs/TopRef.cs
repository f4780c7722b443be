using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>Stands above the root of the tree: told that the root failed or has ended.</summary>
internal sealed class TopRef(ActorSystemImpl system, ActorPath path) : InternalActorRef
{
    public override ActorPath Path => path;

    internal override InternalActorRef Parent => this;

    internal override void SendSystem(SystemMessage message)
    {
        switch (message)
        {
            case SystemMessage.Failed failed:
                system.FailWhole(failed.Cause);
                break;
            case SystemMessage.Ended:
                system.RootEnded();
                break;
        }
    }

    private protected override void TellInternal(object message, IActorRef? sender) =>
        system.DeadLetter(message, sender, this);
}
