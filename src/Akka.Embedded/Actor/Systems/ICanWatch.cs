namespace Akka.Actor;

/// <summary>What can watch actors end.</summary>
public interface ICanWatch
{
    /// <summary>
    /// From now on the end of the subject is told as <see cref="Terminated"/>, once, also where it has ended already.
    /// </summary>
    /// <exception cref="InvalidOperationException">The subject is watched with a message of its own.</exception>
    IActorRef Watch(IActorRef subject);

    /// <summary>
    /// As <see cref="Watch"/>, with a message of the watcher's choice instead of <see cref="Terminated"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The subject is watched with another message.</exception>
    IActorRef WatchWith(IActorRef subject, object message);

    /// <summary>The end of the subject is not told any more, even where the message was under way.</summary>
    IActorRef Unwatch(IActorRef subject);
}
