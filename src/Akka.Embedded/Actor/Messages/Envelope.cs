namespace Akka.Actor;

/// <summary>A message and who told it.</summary>
public readonly struct Envelope
{
    public Envelope(object message, IActorRef? sender) => (Message, Sender) = (message, sender);

    public object Message { get; }

    /// <summary>Null where nobody is to be answered.</summary>
    public IActorRef? Sender { get; }

    public override string ToString() => $"<{Message}> from {Sender?.ToString() ?? "NoSender"}";
}
