using Akka.Actor;

namespace Akka.Event;

/// <summary>A message that an actor heard and did not handle.</summary>
public sealed class UnhandledMessage
{
    public UnhandledMessage(object message, IActorRef? sender, IActorRef recipient) =>
        (Message, Sender, Recipient) = (message, sender, recipient);

    public object Message { get; }

    public IActorRef? Sender { get; }

    public IActorRef Recipient { get; }
}
