using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Runs tasks phase by phase before a system ends; those of one phase run side by side.</summary>
/// <remarks>Phases, their order and their timeouts stand under <c>akka.coordinated-shutdown</c>.</remarks>
public sealed class CoordinatedShutdown : IExtension
{
    public const string PhaseBeforeServiceUnbind = "before-service-unbind";
    public const string PhaseServiceUnbind = "service-unbind";
    public const string PhaseServiceRequestsDone = "service-requests-done";
    public const string PhaseServiceStop = "service-stop";
    public const string PhaseBeforeClusterShutdown = "before-cluster-shutdown";
    public const string PhaseClusterShardingShutdownRegion = "cluster-sharding-shutdown-region";
    public const string PhaseClusterLeave = "cluster-leave";
    public const string PhaseClusterExiting = "cluster-exiting";
    public const string PhaseClusterExitingDone = "cluster-exiting-done";
    public const string PhaseClusterShutdown = "cluster-shutdown";
    public const string PhaseBeforeActorSystemTerminate = "before-actor-system-terminate";
    public const string PhaseActorSystemTerminate = "actor-system-terminate";

    private const string Section = "akka.coordinated-shutdown";

    private readonly Lock _lock = new();
    private readonly ActorSystemImpl _system;
    private readonly Config _config;
    private readonly ILoggingAdapter _log;
    private readonly IReadOnlyList<ShutdownPhase> _phases;
    private readonly Dictionary<string, List<ShutdownTask>> _tasks = [];
    private ShutdownRun? _run;

    internal CoordinatedShutdown(ActorSystemImpl system)
    {
        _system = system;
        _config = system.Settings.Config.GetConfig(Section);
        _log = Logging.GetLogger(system, typeof(CoordinatedShutdown));
        _phases = ShutdownPhase.Read(_config);
    }

    public ExtendedActorSystem System => _system;

    /// <summary>Null until a shutdown has begun.</summary>
    public Reason? ShutdownReason { get; private set; }

    /// <summary>The longest that a shutdown can take: the timeouts of the phases that have tasks.</summary>
    public TimeSpan TotalTimeout
    {
        get
        {
            lock (_lock)
            {
                return _phases.Where(phase => phase.Enabled && _tasks.ContainsKey(phase.Name))
                    .Aggregate(TimeSpan.Zero, (total, phase) => total + phase.Timeout);
            }
        }
    }

    /// <summary>Gets or sets what ends the process.</summary>
    internal Action<int> Exit { get; set; } = Environment.Exit;

    internal static bool IsRunByTerminate(Settings settings) =>
        settings.Config.GetBoolean($"{Section}.run-by-actor-system-terminate", true);

    public static CoordinatedShutdown Get(ActorSystem sys)
    {
        ArgumentNullException.ThrowIfNull(sys);
        return CoordinatedShutdownExtension.Instance.Get(sys);
    }

    /// <summary>Adds a task to a phase; also while a shutdown runs, as long as the phase has not begun.</summary>
    /// <exception cref="ArgumentException">The task has no name.</exception>
    /// <exception cref="Configuration.ConfigurationException">There is no such phase.</exception>
    public void AddTask(string phase, string taskName, Func<Task<Done>> task)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentException.ThrowIfNullOrEmpty(taskName);
        if (Find(phase) is null)
        {
            throw new Configuration.ConfigurationException(Unknown(phase));
        }

        lock (_lock)
        {
            if (!_tasks.TryGetValue(phase, out var tasks))
            {
                _tasks.Add(phase, tasks = []);
            }

            tasks.Add(new ShutdownTask(taskName, task));
        }
    }

    /// <summary>How long a phase may take.</summary>
    /// <exception cref="ArgumentException">There is no such phase.</exception>
    public TimeSpan Timeout(string phase) => Named(phase).Timeout;

    /// <summary>Runs the phases. Only the first call does: later ones get the task of that.</summary>
    /// <param name="reason">Why; tasks can ask for it.</param>
    /// <param name="fromPhase">The phases before it are left out; null for all.</param>
    /// <returns>Fails where a phase fails that is not to be recovered from; what comes after it is not run.</returns>
    /// <exception cref="ArgumentException">There is no such phase.</exception>
    public Task<Done> Run(Reason reason, string? fromPhase = null)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var from = fromPhase is null ? null : Named(fromPhase);
        ShutdownRun run;
        lock (_lock)
        {
            if (_run is not null)
            {
                return _run.Completion;
            }

            ShutdownReason = reason;
            _run = run = new ShutdownRun(
                _system, _log, [.. _phases.SkipWhile(phase => from is not null && phase != from)], TasksOf);
        }

        if (_config.GetBoolean("exit-clr", false) && reason is not ClrExitReason)
        {
            _ = run.Completion.ContinueWith(_ => Exit(0), TaskScheduler.Default);
        }

        run.Begin();
        return run.Completion;
    }

    /// <summary>Adds the task that ends the system; from now on the end of the process runs the phases.</summary>
    /// <exception cref="ConfigurationException">To terminate would not terminate.</exception>
    internal void Begin()
    {
        if (_config.GetBoolean("terminate-actor-system", true))
        {
            AddTask(PhaseActorSystemTerminate, "terminate-system", async () =>
            {
                _system.FinalTerminate();
                await _system.WhenTerminated.ConfigureAwait(false);
                return Done.Instance;
            });
        }
        else if (IsRunByTerminate(_system.Settings))
        {
            throw new ConfigurationException(
                $"{Section}.terminate-actor-system is off while {Section}.run-by-actor-system-terminate is on: "
                + "nothing would end the system; turn the latter off, too");
        }

        if (!_system.Machine.IsSimulated && _config.GetBoolean("run-by-clr-shutdown-hook", true))
        {
            AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
            _system.RegisterOnTermination(() => AppDomain.CurrentDomain.ProcessExit -= OnProcessExit);
        }
    }

    private void OnProcessExit(object? sender, EventArgs end)
    {
        try
        {
            Run(ClrExitReason.Instance).Wait(TotalTimeout);
        }
        catch (AggregateException failure)
        {
            _log.Error(failure.InnerException, "The process ends before the shutdown is complete");
        }
    }

    private ShutdownPhase Named(string phase) =>
        Find(phase) ?? throw new ArgumentException(Unknown(phase), nameof(phase));

    private ShutdownPhase? Find(string phase) =>
        _phases.FirstOrDefault(known => string.Equals(known.Name, phase, StringComparison.Ordinal));

    private string Unknown(string phase) =>
        $"there is no phase '{phase}'; {Section}.phases has {string.Join(", ", _phases.Select(row => row.Name))}";

    private ShutdownTask[] TasksOf(ShutdownPhase phase)
    {
        lock (_lock)
        {
            return _tasks.TryGetValue(phase.Name, out var tasks) ? [.. tasks] : [];
        }
    }

    /// <summary>Why a system is shut down; derive from it for reasons of your own.</summary>
    public class Reason
    {
        protected Reason()
        {
        }
    }

    /// <summary>Nobody said why.</summary>
    public sealed class UnknownReason : Reason
    {
        public static readonly Reason Instance = new UnknownReason();

        private UnknownReason()
        {
        }
    }

    /// <summary>The system was told to terminate.</summary>
    public sealed class ActorSystemTerminateReason : Reason
    {
        public static readonly Reason Instance = new ActorSystemTerminateReason();

        private ActorSystemTerminateReason()
        {
        }
    }

    /// <summary>The process ends.</summary>
    public sealed class ClrExitReason : Reason
    {
        public static readonly Reason Instance = new ClrExitReason();

        private ClrExitReason()
        {
        }
    }
}
