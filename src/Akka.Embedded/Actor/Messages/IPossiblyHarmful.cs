namespace Akka.Actor;

/// <summary>Marks what can stop an actor, and what must not come from outside the process.</summary>
public interface IPossiblyHarmful;
