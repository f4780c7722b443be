namespace Akka.Actor;

/// <summary>A stash without a limit.</summary>
public interface IWithUnboundedStash : IWithStash;
