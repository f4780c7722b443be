namespace Akka.Actor;

/// <summary>A reference that knows its system, though it stands for no actor.</summary>
internal interface ISystemMember
{
    ActorSystemImpl System { get; }
}
