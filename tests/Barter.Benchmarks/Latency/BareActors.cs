using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Barter.Actors;
using Barter.Benchmarks.Actors;

namespace Barter.Benchmarks.Latency;

/// <summary>The least that the runtime does on a schedule: an event told to an actor, and its answer heard.</summary>
/// <remarks>On the threads that a session of the feed mode has.</remarks>
internal sealed class BareActors
{
    private const string Awake = "awake";
    private const string Thread =
        """
        awake {
          type = ForkJoinDispatcher
          throughput = 100
          dedicated-thread-pool { thread-count = 1, awake = 200us }
        }
        """;

    private static readonly object Measured = new();
    private static readonly object Passed = new();

    private readonly Stopclock _clock = new();
    private readonly IActorRef _there;
    private readonly IActorRef _back;

    public BareActors(ActorSystem system, EngineFeedMode mode)
    {
        var (clock, dispatcher) = (_clock, mode == EngineFeedMode.Iterator ? Awake : Dispatchers.DefaultDispatcherId);
        _there = system.ActorOf(Props.Create(() => new Answerer()).WithDispatcher(dispatcher));
        _back = system.ActorOf(Props.Create(() => new Ear(clock)).WithDispatcher(dispatcher));
    }

    public static Config Settings { get; } = ConfigurationFactory.ParseString(Thread)
        .WithFallback(ConfigurationFactory.ParseString(ActorsVerb.Quiet));

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
