using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;

namespace Akka.Simulation;

/// <summary>An actor system on one thread, in virtual time, in an order that is drawn from a seed.</summary>
/// <remarks>
/// While anything can run the clock stands; when nothing can, it jumps to the next timer. What runs must not use
/// threads,
/// clocks or randomness of the machine: <see cref="Time"/>, <see cref="Random"/> and the system's scheduler are at
/// hand.
/// </remarks>
public sealed partial class Simulation
{
    private static readonly Config Quiet = ConfigurationFactory.ParseString(
        "akka { loglevel = OFF, stdout-loglevel = OFF, loggers = [] }");

    private readonly List<(string Name, Func<bool> Holds)> _invariants = [];
    private readonly SimulationOptions _options;
    private readonly SimulatedScheduler _scheduler;
    private readonly SimulatedMachine _machine;
    private readonly FaultPlan _faults;
    private bool _isStopped;

    private Simulation(long seed, SimulationOptions options, IReadOnlySet<int> leftOut)
    {
        (Seed, _options) = (seed, options);
        _scheduler = new SimulatedScheduler(options.Start);
        _faults = new FaultPlan(seed, leftOut);
        _machine = new SimulatedMachine(seed, _scheduler, _faults);
        Time = new SimulatedTime(_scheduler);
        var setup = ActorSystemSetup.Create(
            BootstrapSetup.Create().WithConfig(options.Config?.WithFallback(Quiet) ?? Quiet));
        System = ActorSystemImpl.Start("simulation", setup, _machine);
    }

    public long Seed { get; }

    public ActorSystem System { get; }

    /// <summary>The virtual clock, for whatever wants one.</summary>
    public TimeProvider Time { get; }

    /// <summary>Chance from the seed, for whatever wants some.</summary>
    public Random Random => _machine.Randomness;

    /// <summary>Virtual time since the beginning.</summary>
    public TimeSpan Elapsed => _scheduler.MonotonicClock;

    /// <summary>Runs a simulation.</summary>
    /// <param name="seed">Decides the order of things, and the faults.</param>
    /// <param name="build">Creates actors, names faults and invariants.</param>
    /// <param name="script">What happens to them from outside; may await.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="SimulationFailedException">An invariant was broken, the script failed, or it waits for
    /// ever.</exception>
    public static SimulationResult Run(
        long seed, Action<Simulation> build, Func<Simulation, Task> script, SimulationOptions? options = null) =>
        Run(
            seed,
            simulation =>
            {
                build(simulation);
                return simulation;
            },
            (simulation, _) => script(simulation),
            options);

    /// <param name="seed">Decides the order of things, and the faults.</param>
    /// <param name="build">Creates actors, names faults and invariants, and gives what the script needs of
    /// that.</param>
    /// <param name="script">What happens to them from outside; may await.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="SimulationFailedException">An invariant was broken, the script failed, or it waits for
    /// ever.</exception>
    public static SimulationResult Run<T>(
        long seed, Func<Simulation, T> build, Func<Simulation, T, Task> script, SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(build);
        ArgumentNullException.ThrowIfNull(script);
        return new Shrinking<T>(seed, build, script, options ?? new SimulationOptions()).Run();
    }

    /// <summary>Names messages to which faults may happen.</summary>
    /// <param name="from">Path of the sender without address, <c>/user/name</c>; <c>*</c> stands for anything, an empty
    /// one for nobody.</param>
    /// <param name="to">Path of the receiver.</param>
    /// <param name="applies">Null for all messages.</param>
    public EdgeFaults Between(string from, string to, Func<object, bool>? applies = null) =>
        _faults.Add(new EdgeFaults(new PathPattern(from), new PathPattern(to), applies ?? (static _ => true)));

    /// <summary>Names actors to which faults may happen.</summary>
    /// <param name="path">Without address; <c>*</c> stands for anything.</param>
    public ActorFaults At(string path) => _faults.Add(new ActorFaults(new PathPattern(path)));

    /// <summary>What must be true after every step.</summary>
    public void Invariant(string name, Func<bool> holds) => _invariants.Add((name, holds));

    /// <summary>Lets an actor process nothing for some time.</summary>
    public void Pause(IActorRef actor, TimeSpan span)
    {
        _machine.NoteFault($"{Words.Of(actor)} pauses for {span}");
        _machine.Pause((LocalActorRef)actor, span);
    }

    /// <summary>
    /// Lets an actor throw <see cref="SimulatedCrashException"/> before anything else that waits for it.
    /// </summary>
    public void Crash(IActorRef actor)
    {
        _machine.NoteFault($"{Words.Of(actor)} crashes");
        ((LocalActorRef)actor).SendSystem(new Dispatch.SystemMessage.Throw(new SimulatedCrashException()));
    }

    /// <summary>Ends the simulation after this step.</summary>
    public void Stop() => _isStopped = true;

    private string? BrokenInvariant()
    {
        foreach (var (name, holds) in _invariants)
        {
            if (!holds())
            {
                return name;
            }
        }

        return null;
    }
}
