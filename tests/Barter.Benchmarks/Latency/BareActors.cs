using Akka.Actor;
using Barter.Benchmarks.Actors;

namespace Barter.Benchmarks.Latency;

/// <summary>The least that the runtime does on a schedule: an event told to an actor, and its answer heard.</summary>
internal sealed class BareActors
{
    private static readonly object Measured = new();
    private static readonly object Passed = new();

    private readonly Stopclock _clock = new();
    private readonly IActorRef _there;
    private readonly IActorRef _back;

    public BareActors(ActorSystem system)
    {
        var clock = _clock;
        _there = system.ActorOf(Props.Create(() => new Answerer()));
        _back = system.ActorOf(Props.Create(() => new Ear(clock)));
    }

    public Task<Repetition> RunAsync(Schedule schedule) =>
        _clock.RunAsync(schedule, (_, isMeasured) => _there.Tell(isMeasured ? Measured : Passed, _back));

    private sealed class Ear(Stopclock clock) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (ReferenceEquals(message, Measured))
            {
                clock.Arrive();
            }
        }
    }
}
