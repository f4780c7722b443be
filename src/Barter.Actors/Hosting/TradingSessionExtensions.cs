using Akka.Hosting;
using Barter.Actors.Settings;
using Barter.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Barter.Actors.Hosting;

/// <summary>Trading sessions as a part of a host.</summary>
public static class TradingSessionExtensions
{
    // A state is told within microseconds; one that is not told in this time is not told
    private static readonly TimeSpan HealthTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Adds a session to the services of a host.</summary>
    /// <inheritdoc cref="AddTradingSession(IServiceCollection, string, SystemConfig?,
    /// Func{TradingSystemOptions, IServiceProvider, TradingSystemOptions}?)"/>
    public static IHostApplicationBuilder AddTradingSession(
        this IHostApplicationBuilder builder,
        string name,
        SystemConfig? config = null,
        Func<TradingSystemOptions, IServiceProvider, TradingSystemOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddTradingSession(name, config, configure);
        return builder;
    }

    /// <summary>Adds a session that starts and stops with the host, beside others in one actor system.</summary>
    /// <remarks>
    /// It is reached as <see cref="SystemHandle"/> under its name as key, or by <see cref="ITradingSessions"/>. Where
    /// the host has an actor system of its own, <c>AddAkka</c> must come before, and the settings are those of it. The
    /// host's <c>ShutdownTimeout</c> must be longer than the steps of <c>barter.shutdown</c> take together.
    /// </remarks>
    /// <param name="services">Of the host.</param>
    /// <param name="name">Of the session and its section <c>Barter:Sessions:{name}</c> of the configuration.</param>
    /// <param name="config">Instruments, exchanges, limits; the section names the file where it is left out.</param>
    /// <param name="configure">Changes what the section says; what it returns is used.</param>
    /// <exception cref="ArgumentException">A session of that name was added before.</exception>
    public static IServiceCollection AddTradingSession(
        this IServiceCollection services,
        string name,
        SystemConfig? config = null,
        Func<TradingSystemOptions, IServiceProvider, TradingSystemOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var registration = new SessionRegistration(name, config, configure);
        var others = services.Select(service => service.ImplementationInstanceOrNull()).OfType<SessionRegistration>();
        if (others.Any(other => string.Equals(other.Name, name, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"a session '{name}' was added before; give each its own name", nameof(name));
        }

        AddOnce(services);
        services.AddSingleton(registration);
        services.AddOptionsWithValidateOnStart<HostedSessionOptions>(name);
        services.AddSingleton<IConfigureOptions<HostedSessionOptions>>(provider => OptionsOf(provider, registration));
        services.AddSingleton<IValidateOptions<HostedSessionOptions>>(provider => OptionsOf(provider, registration));
        services.AddKeyedSingleton(name, (provider, _) => provider.GetRequiredService<ITradingSessions>()[name]);
        AddHealth(services, name, isReadiness: false);
        AddHealth(services, name, isReadiness: true);
        return services;
    }

    /// <summary>What all sessions share: the actor system, and the service that starts them.</summary>
    private static void AddOnce(IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(TradingSessions)))
        {
            return;
        }

        services.AddSingleton(provider => new HostSettings(
            provider.GetService<IConfiguration>(), provider.GetService<IHostEnvironment>()));
        if (services.All(service => service.ServiceType != typeof(AkkaConfigurationBuilder)))
        {
            services.AddAkka("barter", (akka, provider) =>
                Configure(akka, provider.GetRequiredService<HostSettings>()));
        }

        services.AddSingleton<TradingSessions>();
        services.AddSingleton<ITradingSessions>(provider => provider.GetRequiredService<TradingSessions>());
        services.AddHostedService(provider => provider.GetRequiredService<TradingSessions>());
    }

    private static void Configure(AkkaConfigurationBuilder akka, HostSettings host)
    {
        akka.ConfigureLoggers(loggers => loggers.ClearLoggers().AddLoggerFactory());
        akka.AddHocon(host.Hocon, HoconAddMode.Prepend);
        foreach (var (phase, needed) in SessionShutdown.Phases(host.Session))
        {
            akka.AddHocon(
                $"akka.coordinated-shutdown.phases.{phase}.timeout = {needed.TotalMilliseconds}ms",
                HoconAddMode.Append);
        }

        akka.AddHocon(SessionSettings.Reference, HoconAddMode.Append);
    }

    private static SessionOptions OptionsOf(IServiceProvider provider, SessionRegistration registration) =>
        new(registration, provider.GetRequiredService<HostSettings>());

    private static object? ImplementationInstanceOrNull(this ServiceDescriptor service) =>
        service.IsKeyedService ? null : service.ImplementationInstance;

    private static void AddHealth(IServiceCollection services, string name, bool isReadiness)
    {
        var kind = isReadiness ? "ready" : "live";
        services.AddHealthChecks().Add(new HealthCheckRegistration(
            $"barter/{name}/{kind}",
            provider => new SessionHealth(provider.GetRequiredService<TradingSessions>(), name, isReadiness),
            HealthStatus.Unhealthy,
            [kind],
            HealthTimeout));
    }
}
