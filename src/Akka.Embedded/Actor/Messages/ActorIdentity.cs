namespace Akka.Actor;

/// <summary>The answer to <see cref="Identify"/>.</summary>
public sealed class ActorIdentity
{
    public ActorIdentity(object? messageId, IActorRef? subject) => (MessageId, Subject) = (messageId, subject);

    public object? MessageId { get; }

    /// <summary>Null when nobody is there.</summary>
    public IActorRef? Subject { get; }

    public override string ToString() => $"<ActorIdentity>: {MessageId} - {Subject}";
}
