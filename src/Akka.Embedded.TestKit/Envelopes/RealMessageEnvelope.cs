using Akka.Actor;

namespace Akka.TestKit;

/// <summary>A message that was heard.</summary>
public sealed class RealMessageEnvelope : MessageEnvelope
{
    public RealMessageEnvelope(object message, IActorRef sender) => (Message, Sender) = (message, sender);

    public override object Message { get; }

    public override IActorRef Sender { get; }

    public override string ToString() => Say.Envelope(this);
}
