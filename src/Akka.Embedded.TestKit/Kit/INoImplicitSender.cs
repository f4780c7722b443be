namespace Akka.TestKit;

/// <summary>Marks tests in which <c>Tell(message)</c> has no sender; elsewhere it is the test actor.</summary>
public interface INoImplicitSender;
