using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Hosting;

/// <summary>Says what is logged, and where.</summary>
public sealed class LoggerConfigBuilder
{
    private readonly List<Type> _loggers = [typeof(DefaultLogger)];

    internal LoggerConfigBuilder(AkkaConfigurationBuilder builder) => Builder = builder;

    /// <summary>Less is not logged.</summary>
    public LogLevel LogLevel { get; set; } = LogLevel.InfoLevel;

    internal AkkaConfigurationBuilder Builder { get; }

    /// <summary>Forgets the loggers, the one to the console included.</summary>
    public LoggerConfigBuilder ClearLoggers()
    {
        _loggers.Clear();
        return this;
    }

    /// <summary>Adds a logger.</summary>
    public LoggerConfigBuilder AddLogger<T>()
        where T : ActorBase
    {
        if (!_loggers.Contains(typeof(T)))
        {
            _loggers.Add(typeof(T));
        }

        return this;
    }

    internal Config ToConfig()
    {
        var names = string.Join(", ", _loggers.Select(type => $"\"{type.FullName}, {type.Assembly.GetName().Name}\""));
        return $"akka.loglevel = {LogLevel.StringFor()}, akka.loggers = [{names}]";
    }
}
