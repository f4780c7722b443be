namespace Akka.Actor;

/// <summary>A path below another.</summary>
public sealed class ChildActorPath : ActorPath
{
    public ChildActorPath(ActorPath parentPath, string name, long uid)
        : base(parentPath.Address, name, uid) => (Parent, Depth) = (parentPath, parentPath.Depth + 1);

    public override ActorPath Parent { get; }

    public override int Depth { get; }

    public override ActorPath Root
    {
        get
        {
            var path = Parent;
            while (path is ChildActorPath child)
            {
                path = child.Parent;
            }

            return path;
        }
    }

    public override ActorPath WithUid(long uid) => uid == Uid ? this : new ChildActorPath(Parent, Name, uid);

    private protected override string Join() => string.Create(Length(), this, static (text, leaf) =>
    {
        ActorPath path = leaf;
        var end = text.Length;
        while (path.Depth > 0)
        {
            path.Name.CopyTo(text[(end - path.Name.Length)..]);
            end -= path.Name.Length + 1;
            text[end] = '/';
            path = path.Parent;
        }
    });

    private int Length()
    {
        var length = 0;
        for (ActorPath path = this; path.Depth > 0; path = path.Parent)
        {
            length += path.Name.Length + 1;
        }

        return length;
    }
}
