namespace Akka.Actor;

/// <summary>Marks what the runtime handles before the actor's own behaviour sees it.</summary>
public interface IAutoReceivedMessage;
