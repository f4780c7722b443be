using System.Diagnostics;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.Event;

/// <summary>Starts the loggers of a system and ends them; the console stands in before and after.</summary>
internal sealed class LoggerStarter
{
    private readonly Lock _lock = new();
    private readonly ExtendedActorSystem _system;
    private readonly LogLevel _level;
    private readonly LogLevel _stdoutLevel;
    private readonly List<InternalActorRef> _loggers = [];

    private LoggerStarter(ExtendedActorSystem system)
    {
        _system = system;
        _level = Level("akka.loglevel", system.Settings.LogLevel);
        _stdoutLevel = Level("akka.stdout-loglevel", system.Settings.StdoutLogLevel);
        system.EventStream.LogLevel = _level;
    }

    /// <param name="system">The system; it can create actors.</param>
    /// <param name="waits">False where this thread is the one that runs the loggers.</param>
    /// <exception cref="ConfigurationException">A level is none.</exception>
    public static LoggerStarter Start(ExtendedActorSystem system, bool waits)
    {
        var starter = new LoggerStarter(system);
        starter.Subscribe(Logging.StandardOutLogger, starter._stdoutLevel);
        starter.StartListeners();
        starter.StartLoggers(waits);
        return starter;
    }

    /// <summary>Lets the loggers write what they have heard and ends them; later events go to the console.</summary>
    /// <param name="ended">Runs once the last logger has ended, at once where there is none.</param>
    public void Stop(Action ended)
    {
        InternalActorRef[] loggers;
        lock (_lock)
        {
            loggers = [.. _loggers];
        }

        _system.EventStream.Unsubscribe(Logging.StandardOutLogger);
        Subscribe(Logging.StandardOutLogger, _stdoutLevel);
        if (loggers.Length == 0)
        {
            ended();
            return;
        }

        var watcher = new EndWatcher(TemporaryPath("log-end"), loggers.Length, ended);
        foreach (var logger in loggers)
        {
            _system.EventStream.Unsubscribe(logger);
            logger.SendSystem(new SystemMessage.Watch(logger, watcher));
            logger.Tell(PoisonPill.Instance, ActorRefs.NoSender);
        }
    }

    private static LogLevel Level(string key, string name)
    {
        try
        {
            return Logging.LogLevelFor(name);
        }
        catch (ArgumentException unknown)
        {
            throw new ConfigurationException($"{key}: {unknown.Message}", unknown);
        }
    }

    private void StartListeners()
    {
        var settings = _system.Settings;
        if (settings.LogDeadLetters > 0 && _level <= LogLevel.InfoLevel)
        {
            Listen<DeadLetter>(Props.Create(() => new DeadLetterListener()), "deadLetterListener");
        }

        if (settings.DebugUnhandledMessage && _level <= LogLevel.DebugLevel)
        {
            Listen<UnhandledMessage>(Props.Create(() => new UnhandledMessageListener()), "unhandledMessageListener");
        }
    }

    // Not by the actor itself: nothing is missed that comes before it has started
    private void Listen<T>(Props props, string name) =>
        _system.EventStream.Subscribe(_system.SystemActorOf(props, name), typeof(T));

    private void StartLoggers(bool waits)
    {
        var names = _system.Settings.Loggers;
        var handshakes = new List<Handshake>();
        var unknown = new List<string>();
        var usesConsole = false;
        for (var at = 0; at < names.Count; at++)
        {
            var type = TypeName.Find(names[at]);
            if (type == typeof(StandardOutLogger))
            {
                usesConsole = true;
            }
            else if (type is not null && typeof(ActorBase).IsAssignableFrom(type))
            {
                handshakes.Add(Begin(type, at + 1));
            }
            else
            {
                unknown.Add(names[at]);
            }
        }

        // Those that are there hear of those that are not
        var isComplete = (!waits || Await(handshakes)) && unknown.Count == 0;
        foreach (var name in unknown)
        {
            Complain(LogLevel.ErrorLevel, $"akka.loggers: '{name}' is no actor type that can be found; "
                + "write \"Namespace.Type, Assembly\"");
        }

        if (isComplete || usesConsole)
        {
            _system.EventStream.Unsubscribe(Logging.StandardOutLogger);
            Subscribe(Logging.StandardOutLogger, usesConsole ? _level : Logging.OffLogLevel);
        }
    }

    private Handshake Begin(Type type, int number)
    {
        var name = $"log{number}-{type.Name.Replace('`', '_')}";
        var logger = (InternalActorRef)_system.SystemActorOf(Props.Create(type), name);
        lock (_lock)
        {
            _loggers.Add(logger);
        }

        var handshake = new Handshake(TemporaryPath(name), logger, () => Subscribe(logger, _level));
        logger.Tell(new InitializeLogger(_system.EventStream), handshake);
        return handshake;
    }

    // One after the other: .NET's pool makes up for threads that wait for one task, and the loggers need threads
    private bool Await(List<Handshake> handshakes)
    {
        var timeout = _system.Settings.Config.GetTimeSpan("akka.logger-startup-timeout", TimeSpan.FromSeconds(5));
        var start = Stopwatch.GetTimestamp();
        var isComplete = true;
        foreach (var handshake in handshakes)
        {
            var left = timeout - Stopwatch.GetElapsedTime(start);
            if (!handshake.Ready.Wait(timeout < TimeSpan.Zero ? timeout : left > TimeSpan.Zero ? left : TimeSpan.Zero))
            {
                isComplete = false;
                Complain(LogLevel.WarningLevel, $"{handshake.Logger} did not answer InitializeLogger with "
                    + $"LoggerInitialized within akka.logger-startup-timeout = {timeout}; until then it hears nothing");
            }
        }

        return isComplete;
    }

    private void Subscribe(IActorRef logger, LogLevel from)
    {
        foreach (var level in Logging.Levels.Where(level => level >= from))
        {
            _system.EventStream.Subscribe(logger, level.ClassFor());
        }
    }

    private ActorPath TemporaryPath(string name) => _system.SystemGuardian.Path.Root / "temp" / name;

    private void Complain(LogLevel level, string text) =>
        Logging.GetLogger(_system, typeof(LoggerStarter)).Log(level, null, text);
}
