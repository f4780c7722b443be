using Akka.Actor;

namespace Barter.Benchmarks.Actors;

/// <summary>Gives every message back.</summary>
internal sealed class Answerer : UntypedActor
{
    protected override void OnReceive(object message) => Sender.Tell(message, Self);
}
