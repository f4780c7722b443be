using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>What an actor can do; valid only while it processes a message.</summary>
public interface IActorContext : IActorRefFactory, ICanWatch
{
    IActorRef Self { get; }

    Props Props { get; }

    /// <summary>Who told the current message; the dead letters where nobody is to be answered.</summary>
    IActorRef Sender { get; }

    ActorSystem System { get; }

    IActorRef Parent { get; }

    MessageDispatcher Dispatcher { get; }

    TimeSpan? ReceiveTimeout { get; }

    /// <summary>Replaces the behaviour.</summary>
    void Become(Receive receive);

    /// <summary>Puts a behaviour on top of the present one.</summary>
    void BecomeStacked(Receive receive);

    /// <summary>Returns to the behaviour below; the first one stays.</summary>
    void UnbecomeStacked();

    /// <returns><see cref="ActorRefs.Nobody"/> if there is none.</returns>
    IActorRef Child(string name);

    /// <summary>Children in the order of their creation, those that are stopping included.</summary>
    IEnumerable<IActorRef> GetChildren();

    /// <summary>Tells <see cref="Actor.ReceiveTimeout"/> when nothing is heard for so long; null ends that.</summary>
    void SetReceiveTimeout(TimeSpan? timeout);

    /// <summary>
    /// Stops an actor after its current message; what is left in its mailbox goes to the dead letters.
    /// </summary>
    void Stop(IActorRef child);
}
