namespace Akka.Actor;

/// <summary>The part of a scheduler that actors should not need.</summary>
public interface IAdvancedScheduler : IActionScheduler;
