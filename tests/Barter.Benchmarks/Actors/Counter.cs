using Akka.Actor;

namespace Barter.Benchmarks.Actors;

/// <summary>Counts what it hears: the least that an actor can do.</summary>
internal sealed class Counter : UntypedActor
{
    private readonly Tally _tally = new();

    protected override void OnReceive(object message) => _tally.Hear(message);
}
