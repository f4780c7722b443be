using System.Diagnostics;
using Akka.Actor;

namespace Akka.TestKit;

/// <summary>The strategies that tests gave for single children of a test actor; the others are stopped.</summary>
internal sealed class StrategyByChild()
    : SupervisorStrategy(-1, TimeSpan.Zero, StoppingStrategy.Decider, isLogging: true)
{
    private readonly Dictionary<IActorRef, SupervisorStrategy> _byChild = [];
    private SupervisorStrategy? _creating;

    /// <summary>Creates a child; it may fail before its reference is known.</summary>
    public IActorRef With(SupervisorStrategy strategy, Func<IActorRef> create)
    {
        _creating = strategy;
        try
        {
            var child = create();
            _byChild[child] = strategy;
            return child;
        }
        finally
        {
            _creating = null;
        }
    }

    internal override bool HandleFailure(ActorCell supervisor, ChildStats child, Exception cause, ChildStats[] all) =>
        (_byChild.GetValueOrDefault(child.Child) ?? _creating ?? StoppingStrategy)
        .HandleFailure(supervisor, child, cause, all);

    private protected override void Restart(ChildStats child, Exception cause, ChildStats[] all, TimeSpan now) =>
        throw NotAsked();

    private protected override void Stop(ChildStats child, ChildStats[] all) => throw NotAsked();

    private static UnreachableException NotAsked() => new("another strategy decides");
}
