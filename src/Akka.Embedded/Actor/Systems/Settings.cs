using Akka.Configuration;

namespace Akka.Actor;

/// <summary>The settings of a system, read once.</summary>
public sealed class Settings
{
    internal Settings(ActorSystem system, Config config)
    {
        (System, Config) = (system, config);
        AskTimeout = config.GetTimeSpan("akka.actor.ask-timeout", null, true);
        LogLevel = config.GetString("akka.loglevel", "INFO");
        StdoutLogLevel = config.GetString("akka.stdout-loglevel", "WARNING");
        Loggers = [.. config.GetStringList("akka.loggers")];
        LogDeadLetters = config.GetString("akka.log-dead-letters", "10") switch
        {
            "on" or "true" => int.MaxValue,
            "off" or "false" => 0,
            _ => config.GetInt("akka.log-dead-letters"),
        };
        DebugUnhandledMessage = config.GetBoolean("akka.actor.debug.unhandled", true);
        SupervisorStrategyClass = config.GetString("akka.actor.guardian-supervisor-strategy", "");
        SchedulerClass = config.GetString("akka.scheduler.implementation", "");
    }

    public ActorSystem System { get; }

    public Config Config { get; }

    public TimeSpan AskTimeout { get; }

    public string LogLevel { get; }

    public string StdoutLogLevel { get; }

    public IList<string> Loggers { get; }

    /// <summary>How many dead letters are logged.</summary>
    public int LogDeadLetters { get; }

    public bool DebugUnhandledMessage { get; }

    public string SupervisorStrategyClass { get; }

    public string SchedulerClass { get; }
}
