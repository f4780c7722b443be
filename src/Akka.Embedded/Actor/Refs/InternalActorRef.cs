using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>What all references have in common; only this assembly can make new kinds.</summary>
public abstract class InternalActorRef : IActorRef
{
    private protected InternalActorRef()
    {
    }

    public abstract ActorPath Path { get; }

    /// <summary>What the runtime tells in its own words.</summary>
    /// <exception cref="ArgumentException">The reference is not one that the runtime made.</exception>
    internal static InternalActorRef Of(IActorRef actor) => actor switch
    {
        InternalActorRef own => own,
        IActorRefAlias alias => alias.Ref,
        _ => throw new ArgumentException(
            $"{actor} ({actor?.GetType()}) is no reference that an actor system made", nameof(actor)),
    };

    internal virtual InternalActorRef Parent => Nobody.Instance;

    /// <summary>True when it is certain that no message will be processed any more.</summary>
    internal virtual bool IsTerminated => false;

    public void Tell(object message, IActorRef? sender)
    {
        if (message is null)
        {
            throw new InvalidMessageException("a message must not be null");
        }

        TellInternal(message, sender);
    }

    public bool Equals(IActorRef? other) => ReferenceEquals(this, other)
        || (other is not null && Path.Uid == other.Path.Uid && Path.Equals(other.Path));

    public sealed override bool Equals(object? obj) => obj is IActorRef other && Equals(other);

    public sealed override int GetHashCode() =>
        Path.Uid == ActorPath.Undefined ? Path.GetHashCode() : Path.Uid.GetHashCode();

    public int CompareTo(IActorRef? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byPath = Path.CompareTo(other.Path);
        return byPath != 0 ? byPath : Path.Uid.CompareTo(other.Path.Uid);
    }

    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        IActorRef other => CompareTo(other),
        _ => throw new ArgumentException($"{obj.GetType()} is no IActorRef", nameof(obj)),
    };

    public override string ToString() => Path.Uid == ActorPath.Undefined
        ? $"[{Path}]"
        : $"[{Path}#{Path.Uid}]";

    private protected abstract void TellInternal(object message, IActorRef? sender);

    /// <summary>System messages overtake user messages and are never dropped while the actor lives.</summary>
    internal virtual void SendSystem(SystemMessage message)
    {
    }

    internal virtual void Stop()
    {
    }

    /// <summary>
    /// A child by the name that stands in paths, <c>name</c> or <c>name#uid</c>; <see cref="Nobody"/> if there is none.
    /// </summary>
    internal virtual InternalActorRef GetSingleChild(string name) => Nobody.Instance;

    /// <summary>Children at this moment, in the order of their creation.</summary>
    internal virtual IEnumerable<InternalActorRef> GetChildren() => [];
}
