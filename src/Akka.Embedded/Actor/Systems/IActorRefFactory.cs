namespace Akka.Actor;

/// <summary>Where actors are created and looked up: a system or the context of an actor.</summary>
public interface IActorRefFactory
{
    /// <summary>Creates a child; it starts on its own dispatcher.</summary>
    /// <param name="props"></param>
    /// <param name="name">Null for a generated one, which begins with a dollar sign.</param>
    /// <exception cref="InvalidActorNameException">The name is not allowed, or a living sibling has it.</exception>
    /// <exception cref="Configuration.ConfigurationException">The dispatcher or mailbox of the props is not
    /// configured.</exception>
    IActorRef ActorOf(Props props, string? name = null);

    ActorSelection ActorSelection(ActorPath actorPath);

    /// <param name="actorPath">Absolute (<c>/user/name</c>) or relative (<c>../name</c>); <c>*</c> and <c>?</c> are
    /// wildcards.</param>
    ActorSelection ActorSelection(string actorPath);
}
