namespace Akka.Actor;

/// <summary>A reference that stands for another one, such as that of a probe in tests.</summary>
internal interface IActorRefAlias
{
    InternalActorRef Ref { get; }
}
