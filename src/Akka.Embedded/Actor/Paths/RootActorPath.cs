namespace Akka.Actor;

/// <summary>The root of an actor tree.</summary>
public sealed class RootActorPath : ActorPath
{
    public RootActorPath(Address address, string name = "")
        : base(address, name.TrimStart('/'), Undefined)
    {
    }

    public override ActorPath Parent => this;

    public override ActorPath Root => this;

    public override int Depth => 0;

    public override ActorPath WithUid(long uid) => uid == Undefined
        ? this
        : throw new NotSupportedException("a root has no incarnations");

    private protected override string Join() => Name.Length == 0 ? "/" : "/" + Name;
}
