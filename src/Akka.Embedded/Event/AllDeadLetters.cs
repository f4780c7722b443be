using Akka.Actor;

namespace Akka.Event;

/// <summary>A message that reached nobody.</summary>
public abstract class AllDeadLetters
{
    private protected AllDeadLetters(object message, IActorRef sender, IActorRef recipient) =>
        (Message, Sender, Recipient) = (message, sender, recipient);

    public object Message { get; }

    public IActorRef Sender { get; }

    /// <summary>Whom it was told.</summary>
    public IActorRef Recipient { get; }

    public override string ToString() => $"{GetType().Name} from {Sender} to {Recipient}: <{Message}>";
}
