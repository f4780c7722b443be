namespace Akka.Actor;

/// <summary>Something that is done in a phase.</summary>
internal sealed record ShutdownTask(string Name, Func<Task<Done>> Start);
