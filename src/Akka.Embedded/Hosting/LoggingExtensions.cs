using Akka.Event;
using Akka.Hosting.Logging;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting;

/// <summary>Logs of an actor system under a host.</summary>
public static class LoggingExtensions
{
    /// <summary>Says what is logged, and where; it goes before settings that were added earlier.</summary>
    public static AkkaConfigurationBuilder ConfigureLoggers(
        this AkkaConfigurationBuilder builder, Action<LoggerConfigBuilder> configurator)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configurator);
        var loggers = new LoggerConfigBuilder(builder);
        configurator(loggers);
        return builder.AddHoconConfiguration(loggers.ToConfig(), HoconAddMode.Prepend);
    }

    /// <summary>Adds the logger to the console.</summary>
    public static LoggerConfigBuilder AddDefaultLogger(this LoggerConfigBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddLogger<DefaultLogger>();
    }

    /// <summary>Adds a logger that writes to what the host logs to.</summary>
    public static LoggerConfigBuilder AddLoggerFactory(this LoggerConfigBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddLogger<LoggerFactoryLogger>();
    }

    /// <summary>Adds a logger that writes to the loggers of the factory.</summary>
    public static LoggerConfigBuilder AddLoggerFactory(this LoggerConfigBuilder builder, ILoggerFactory loggerFactory)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Builder.AddSetup(new LoggerFactorySetup(loggerFactory));
        return builder.AddLogger<LoggerFactoryLogger>();
    }
}
