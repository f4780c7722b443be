namespace Akka.Actor;

/// <summary>A stash that holds as many messages as <c>stash-capacity</c> of the mailbox says.</summary>
public interface IWithBoundedStash : IWithStash;
