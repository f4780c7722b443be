namespace Akka.Actor;

/// <summary>Whatever a message can be told to.</summary>
public interface ICanTell
{
    /// <summary>Sends without waiting; at most once, in order for each pair of sender and receiver.</summary>
    /// <exception cref="InvalidMessageException">The message is null.</exception>
    void Tell(object message, IActorRef? sender);
}
