using System.Collections.Concurrent;
using System.Diagnostics;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The actor system.</summary>
internal sealed partial class ActorSystemImpl : ExtendedActorSystem
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _extensions = new();
    private readonly Mailboxes _mailboxes;
    private readonly InternalActorRef _deadLetters;
    private readonly LocalActorRef _root;
    private readonly LocalActorRef _user;
    private readonly LocalActorRef _systemGuardian;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly ActorPath _tempPath;
    private readonly IScheduler _scheduler;
    private readonly LoggerStarter _loggers;
    private long _uids;
    private long _temps;

    private ActorSystemImpl(string name, ActorSystemSetup setup, Machine machine)
    {
        (Name, Setup, Machine) = (Named(name), setup, machine);
        var config = setup.Get<BootstrapSetup>()?.Config is { } given
            ? given.WithFallback(ConfigurationFactory.Default())
            : ConfigurationFactory.Default();
        Settings = new Settings(this, config);
        AskTimeout = Settings.AskTimeout;
        EventStream = new EventStream();
        Dispatchers = new Dispatchers(config, machine);
        _mailboxes = new Mailboxes(Settings);
        AskTimers = machine.NewScheduler($"{name}-timers", LogTimerFailure);
        Log = Logging.GetLogger(this, typeof(ActorSystem));
        _scheduler = NewScheduler();

        var rootPath = new RootActorPath(new Address("akka", name));
        _tempPath = rootPath / "temp";
        _deadLetters = new DeadLetterRef(this, rootPath / "deadLetters");
        EventStream.Subscribed = Forget(rootPath / "event-stream");
        _root = NewRef(Props.Create(() => new RootGuardian(this)), new TopRef(this, rootPath / "_"), rootPath);
        _user = NewGuardian("user", GuardianStrategy());
        _systemGuardian = NewGuardian("system", SupervisorStrategy.DefaultStrategy);
        _root.Start();
        _root.Tell(new RootGuardian.Begin(_user, _systemGuardian), null);
        _user.Start();
        _systemGuardian.Start();
        _loggers = LoggerStarter.Start(this, waits: !machine.IsSimulated);
    }

    public override string Name { get; }

    public override Settings Settings { get; }

    public override IActorRef DeadLetters => _deadLetters;

    public override EventStream EventStream { get; }

    public override IScheduler Scheduler => _scheduler;

    public override Dispatchers Dispatchers { get; }

    public override ILoggingAdapter Log { get; }

    public override IActorRef Guardian => _user;

    public override IActorRef SystemGuardian => _systemGuardian;

    public override TimeSpan StartTime => Machine.IsSimulated ? TimeSpan.Zero : TimeSpan.FromTicks(_start);

    public override TimeSpan Uptime =>
        Machine.IsSimulated ? Scheduler.MonotonicClock : Stopwatch.GetElapsedTime(_start);

    public Machine Machine { get; }

    public TimeSpan AskTimeout { get; }

    /// <summary>
    /// Gets the timers of questions, which go by real time even where the scheduler is one of a test.
    /// </summary>
    public SchedulerBase AskTimers { get; }

    internal override ActorSystemSetup Setup { get; }

    internal override Random Randomness => Machine.Randomness;

    public static ActorSystemImpl Start(string name, ActorSystemSetup setup, Machine? machine)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var system = new ActorSystemImpl(name, setup, machine ?? new RealMachine());
        try
        {
            _ = CoordinatedShutdown.Get(system);
            return system;
        }
        catch
        {
            system.FinalTerminate();
            throw;
        }
    }

    public override IActorRef ActorOf(Props props, string? name = null) => _user.Cell.ActorOf(props, name);

    public override IActorRef SystemActorOf(Props props, string? name = null) =>
        _systemGuardian.Cell.ActorOf(props, name);

    public override ActorSelection ActorSelection(ActorPath actorPath)
    {
        ArgumentNullException.ThrowIfNull(actorPath);
        return new ActorSelection(_root, actorPath.Elements);
    }

    public override ActorSelection ActorSelection(string actorPath)
    {
        ArgumentNullException.ThrowIfNull(actorPath);
        return ActorPath.TryParse(actorPath, out var path)
            ? ActorSelection(path)
            : new ActorSelection(actorPath.StartsWith('/') ? _root : _user, actorPath);
    }

    public override void Stop(IActorRef actor) => InternalActorRef.Of(actor).Stop();

    public override object RegisterExtension(IExtensionId extension)
    {
        ArgumentNullException.ThrowIfNull(extension);
        return _extensions.GetOrAdd(
            extension.ExtensionType,
            (_, id) => new Lazy<object>(() => id.CreateExtension(this)),
            extension).Value;
    }

    public override object? GetExtension(IExtensionId extensionId) =>
        _extensions.TryGetValue(extensionId.ExtensionType, out var extension) ? extension.Value : null;

    public override T? GetExtension<T>()
        where T : class => _extensions.TryGetValue(typeof(T), out var extension) ? (T)extension.Value : null;

    public override bool HasExtension(Type type) => _extensions.ContainsKey(type);

    public override bool HasExtension<T>() => HasExtension(typeof(T));

    public override bool TryGetExtension<T>(out T? extension)
        where T : class
    {
        extension = GetExtension<T>();
        return extension is not null;
    }

    /// <summary>Publishes what did not reach its receiver.</summary>
    public void DeadLetter(object message, IActorRef? sender, IActorRef recipient)
    {
        switch (message)
        {
            // Somebody who listened to dead letters or logs has ended: telling of that would never end
            case AllDeadLetters or LogEvent or UnhandledMessage:
                break;
            case Identify identify:
                sender?.Tell(new ActorIdentity(identify.MessageId, subject: null), null);
                break;
            case IDeadLetterSuppression suppressed:
                EventStream.Publish(new SuppressedDeadLetter(suppressed, sender ?? DeadLetters, recipient));
                break;
            default:
                EventStream.Publish(new DeadLetter(message, sender ?? DeadLetters, recipient));
                break;
        }
    }

    public ActorPath TempPath() => _tempPath / $"${Interlocked.Increment(ref _temps)}";

    public InternalActorRef MakeChild(LocalActorRef parent, Props props, string name)
    {
        ArgumentNullException.ThrowIfNull(props);
        var child = NewRef(props, parent, new ChildActorPath(parent.Path, name, NextUid()));
        parent.Cell.Children.Add(child);
        child.Start();
        return child;
    }

    public MessageQueue QueueFor(LocalActorRef actor, MailboxType mailbox) =>
        Machine.QueueFor(actor, mailbox.CreateQueue());

    private static string Named(string name) =>
        !string.IsNullOrEmpty(name) && char.IsAsciiLetterOrDigit(name[0])
            && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? name
            : throw new ArgumentException(
                $"invalid ActorSystem name [{name}]: it may have letters and digits of ASCII, - and _, "
                + "and must begin with a letter or digit", nameof(name));

    private long NextUid() => Interlocked.Increment(ref _uids);

    private LocalActorRef NewRef(Props props, InternalActorRef parent, ActorPath path)
    {
        try
        {
            var dispatcher = Dispatchers.Lookup(props.Dispatcher ?? Dispatchers.DefaultDispatcherId);
            var mailbox = _mailboxes.Lookup(props.Mailbox, dispatcher);
            return new LocalActorRef(this, props, dispatcher, mailbox, parent, path);
        }
        catch (ConfigurationException problem)
        {
            throw new ConfigurationException($"cannot create {path}: {problem.Message}", problem);
        }
    }

    private LocalActorRef NewGuardian(string name, SupervisorStrategy strategy)
    {
        var guardian = NewRef(
            Props.Create(() => new Guardian(strategy)), _root, new ChildActorPath(_root.Path, name, NextUid()));
        _root.Cell.Children.Add(guardian);
        return guardian;
    }

    private SupervisorStrategy GuardianStrategy() => Settings.SupervisorStrategyClass is { Length: > 0 } name
        ? TypeName.Make<SupervisorStrategyConfigurator>("akka.actor.guardian-supervisor-strategy", name).Create()
        : SupervisorStrategy.DefaultStrategy;

    private IScheduler NewScheduler() => Settings.SchedulerClass is { Length: > 0 } name && !Machine.IsSimulated
        ? TypeName.Make<IScheduler>("akka.scheduler.implementation", name, Settings.Config, Log)
        : AskTimers;

    private void LogTimerFailure(Exception failure) =>
        Log.Error(failure, "A scheduled action threw: {0}", failure.Message);

    private Action<IActorRef> Forget(ActorPath path)
    {
        var watcher = new SubscriberWatcher(path, EventStream);
        return subscriber => (InternalActorRef.Of(subscriber) as LocalActorRef)?.SendSystem(
            new SystemMessage.Watch(subscriber, watcher));
    }
}
