namespace Akka.Actor;

/// <content>Children.</content>
internal sealed partial class ActorCell
{
    private readonly Children _children = new();

    public Children Children => _children;

    public IActorRef ActorOf(Props props, string? name = null) => System.MakeChild(_self, props, NameOf(name));

    public IActorRef Child(string name) => _children.Get(name)?.Child ?? (IActorRef)Nobody.Instance;

    public IEnumerable<IActorRef> GetChildren() => _children.Snapshot().Select(stats => stats.Child);

    /// <summary>A path element that another may use, or a generated one.</summary>
    public string NameOf(string? name)
    {
        if (name is null)
        {
            return _children.NextName();
        }

        if (!ActorPath.IsValidPathElement(name))
        {
            throw new InvalidActorNameException(
                $"illegal actor name [{name}]: it must not be empty or begin with $, "
                + "and may have letters and digits of ASCII, %-escapes and -_.*+:@&=,!~';()$");
        }

        return name;
    }

    public InternalActorRef GetSingleChild(string element)
    {
        var (name, uid) = ActorPath.SplitUid(element);
        return _children.Get(name)?.Child is { } child && (uid == ActorPath.Undefined || uid == child.Path.Uid)
            ? child
            : Nobody.Instance;
    }

    private void SuspendChildren(IActorRef? except)
    {
        foreach (var stats in _children.Snapshot())
        {
            if (!stats.Child.Equals(except))
            {
                stats.Child.Suspend();
            }
        }
    }

    private void ResumeChildren(Exception? causedByFailure, IActorRef? perpetrator)
    {
        foreach (var stats in _children.Snapshot())
        {
            stats.Child.Resume(stats.Child.Equals(perpetrator) ? causedByFailure : null);
        }
    }
}
