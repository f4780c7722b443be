namespace Akka.Actor;

/// <summary>Asks whoever hears it to answer with <see cref="ActorIdentity"/>.</summary>
public sealed class Identify : IAutoReceivedMessage, INotInfluenceReceiveTimeout
{
    public Identify(object? messageId) => MessageId = messageId;

    public object? MessageId { get; }

    public override string ToString() => $"<Identify>: {MessageId}";
}
