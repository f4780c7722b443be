using Akka.Actor;

namespace Akka.TestKit;

/// <summary>The reference of an actor that tests look into.</summary>
public abstract class TestActorRefBase<TActor> : IActorRef, IActorRefAlias
    where TActor : ActorBase
{
    private readonly LocalActorRef _ref;

    protected TestActorRefBase(ActorSystem system, Props actorProps, IActorRef? supervisor = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(actorProps);
        var parent = InternalActorRef.Of(supervisor ?? ((ExtendedActorSystem)system).Guardian) as LocalActorRef
            ?? throw new ArgumentException($"{supervisor} is no actor that can have children", nameof(supervisor));
        CallingThreadDispatcher.AddTo(system);
        _ref = (LocalActorRef)parent.Cell.ActorOf(actorProps.WithDispatcher(CallingThreadDispatcher.Id), name);
    }

    public ActorPath Path => _ref.Path;

    /// <summary>Gets the reference as the actor itself has it.</summary>
    public IActorRef Ref => _ref;

    /// <summary>Gets the present instance.</summary>
    /// <exception cref="IllegalActorStateException">There is none: it could not be created, or has ended.</exception>
    public TActor UnderlyingActor => (TActor)(_ref.Cell.Actor ?? throw new IllegalActorStateException(
        $"{_ref} has no instance: {typeof(TActor)} could not be created (the log says why) or has ended"));

    InternalActorRef IActorRefAlias.Ref => _ref;

    public static bool operator ==(TestActorRefBase<TActor>? testActorRef, IActorRef? actorRef) =>
        testActorRef is null ? actorRef is null : testActorRef.Equals(actorRef);

    public static bool operator !=(TestActorRefBase<TActor>? testActorRef, IActorRef? actorRef) =>
        !(testActorRef == actorRef);

    public static bool operator ==(IActorRef? actorRef, TestActorRefBase<TActor>? testActorRef) =>
        testActorRef == actorRef;

    public static bool operator !=(IActorRef? actorRef, TestActorRefBase<TActor>? testActorRef) =>
        !(testActorRef == actorRef);

    /// <summary>Lets the actor process a message at once, without mailbox and supervisor: it throws here.</summary>
    public void Receive(object message, IActorRef? sender = null) =>
        _ref.Cell.InvokeHere(new Envelope(message, sender));

    public void Tell(object message, IActorRef? sender) => _ref.Tell(message, sender);

    public void Tell(object message) => ActorRefImplicitSenderExtensions.Tell(_ref, message);

    public void Forward(object message) => ActorRefImplicitSenderExtensions.Forward(_ref, message);

    /// <summary>Makes this actor watch another one.</summary>
    public void Watch(IActorRef subject) => InActor(() => _ref.Cell.Watch(subject));

    public void Unwatch(IActorRef subject) => InActor(() => _ref.Cell.Unwatch(subject));

    public bool Equals(IActorRef? other) => _ref.Equals(other);

    public override bool Equals(object? obj) => obj is IActorRef other && Equals(other);

    public override int GetHashCode() => _ref.GetHashCode();

    public int CompareTo(IActorRef? other) => _ref.CompareTo(other);

    public int CompareTo(object? obj) => _ref.CompareTo(obj);

    public override string ToString() => _ref.ToString();

    private void InActor(Action action)
    {
        var before = ActorCell.Enter(_ref.Cell);
        try
        {
            action();
        }
        finally
        {
            ActorCell.Leave(before);
        }
    }
}
