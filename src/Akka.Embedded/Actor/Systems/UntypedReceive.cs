namespace Akka.Actor;

/// <summary>The behaviour of an <see cref="UntypedActor"/>.</summary>
public delegate void UntypedReceive(object message);
