namespace Akka.Actor;

/// <summary>Something that exists once in an actor system.</summary>
public interface IExtension;
