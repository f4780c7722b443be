using Akka.Actor;

namespace Akka.Event;

/// <summary>Writes what it is told to the console, a line or more an event, on the thread of the teller.</summary>
public sealed class StandardOutLogger : InternalActorRef
{
    internal StandardOutLogger() => Path = new RootActorPath(Address.AllSystems, "/StandardOutLogger");

    public override ActorPath Path { get; }

    private protected override void TellInternal(object message, IActorRef? sender) => Console.Out.WriteLine(message);
}
