namespace Akka.Actor;

/// <summary>An actor with a stash; the runtime sets the property after the constructor and before PreStart.</summary>
public interface IWithStash
{
    IStash Stash { get; set; }
}
