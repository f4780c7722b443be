using Akka.Actor;

namespace Akka.Parity.Tests.Support;

/// <summary>Makes the children it is asked for and supervises them as it was told.</summary>
public sealed class Parent : ReceiveActor
{
    private readonly SupervisorStrategy _strategy;

    public Parent(SupervisorStrategy strategy)
    {
        _strategy = strategy;
        Receive<Spawn>(spawn => Sender.Tell(Context.ActorOf(spawn.Props, spawn.Name)));
        Receive<Exception>(failure => throw failure);
    }

    public static Props Props(SupervisorStrategy strategy) => Akka.Actor.Props.Create(() => new Parent(strategy));

    protected override SupervisorStrategy SupervisorStrategy() => _strategy;

    public sealed record Spawn(Props Props, string? Name);
}
