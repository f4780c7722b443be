using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting;

/// <summary>Gathers what a host's actor system is started with.</summary>
public sealed class AkkaConfigurationBuilder
{
    // The host ends the process, and with it the system: a hook of the system's own would race with that
    private static readonly Config UnderHost = "akka.coordinated-shutdown.run-by-clr-shutdown-hook = off";

    private readonly List<Setup> _setups = [];
    private readonly List<IExtensionId> _extensions = [];
    private readonly List<ActorStarterWithResolver> _starters = [];
    private readonly List<StartupTask> _startups = [];
    private Config _config = Config.Empty;

    internal AkkaConfigurationBuilder(IServiceCollection services, string actorSystemName) =>
        (ServiceCollection, ActorSystemName) = (services, actorSystemName);

    public string ActorSystemName { get; }

    public IServiceCollection ServiceCollection { get; }

    /// <summary>Adds settings.</summary>
    public AkkaConfigurationBuilder AddHoconConfiguration(Config newHocon, HoconAddMode addMode)
    {
        ArgumentNullException.ThrowIfNull(newHocon);
        _config = addMode switch
        {
            HoconAddMode.Prepend => newHocon.WithFallback(_config),
            HoconAddMode.Append => _config.WithFallback(newHocon),
            HoconAddMode.Replace => newHocon,
            _ => throw new ArgumentOutOfRangeException(nameof(addMode), addMode, "settings cannot be added so"),
        };
        return this;
    }

    /// <exception cref="InvalidOperationException">It is one that the builder makes itself.</exception>
    public AkkaConfigurationBuilder AddSetup(Setup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        if (setup is BootstrapSetup)
        {
            throw new InvalidOperationException("AddAkka makes the BootstrapSetup; add its settings with AddHocon");
        }

        _setups.Add(setup);
        return this;
    }

    /// <summary>Makes the extension when the system starts.</summary>
    public AkkaConfigurationBuilder WithExtension<T>()
        where T : IExtensionId, new()
    {
        _extensions.Add(new T());
        return this;
    }

    public AkkaConfigurationBuilder StartActors(ActorStarterWithResolver starter)
    {
        ArgumentNullException.ThrowIfNull(starter);
        _starters.Add(starter);
        return this;
    }

    public AkkaConfigurationBuilder StartActors(ActorStarter starter)
    {
        ArgumentNullException.ThrowIfNull(starter);
        return StartActors((system, registry, _) => starter(system, registry));
    }

    public AkkaConfigurationBuilder StartActors(Action<ActorSystem, IActorRegistry, IDependencyResolver> starter)
    {
        ArgumentNullException.ThrowIfNull(starter);
        return StartActors((system, registry, resolver) =>
        {
            starter(system, registry, resolver);
            return Task.CompletedTask;
        });
    }

    public AkkaConfigurationBuilder StartActors(Action<ActorSystem, IActorRegistry> starter)
    {
        ArgumentNullException.ThrowIfNull(starter);
        return StartActors((system, registry, _) => starter(system, registry));
    }

    /// <summary>Does something once all actors have been started.</summary>
    public AkkaConfigurationBuilder AddStartup(StartupTask startup)
    {
        ArgumentNullException.ThrowIfNull(startup);
        _startups.Add(startup);
        return this;
    }

    public AkkaConfigurationBuilder AddStartup(Action<ActorSystem, IActorRegistry> startup)
    {
        ArgumentNullException.ThrowIfNull(startup);
        return AddStartup((system, registry) =>
        {
            startup(system, registry);
            return Task.CompletedTask;
        });
    }

    internal ActorSystem CreateSystem(IServiceProvider services)
    {
        var setup = ActorSystemSetup.Create(
            BootstrapSetup.Create().WithConfig(_config.WithFallback(UnderHost)),
            DependencyResolverSetup.Create(services));
        if (services.GetService<ILoggerFactory>() is { } loggers)
        {
            setup = setup.And(new Hosting.Logging.LoggerFactorySetup(loggers));
        }

        var system = ActorSystem.Create(ActorSystemName, _setups.Aggregate(setup, (all, part) => all.And(part)));
        foreach (var extension in _extensions)
        {
            system.RegisterExtension(extension);
        }

        return system;
    }

    internal async Task StartAsync(ActorSystem system, CancellationToken cancellationToken)
    {
        var registry = ActorRegistry.For(system);
        var resolver = DependencyResolver.For(system).Resolver;
        foreach (var start in _starters)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await start(system, registry, resolver).ConfigureAwait(false);
        }

        foreach (var start in _startups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await start(system, registry).ConfigureAwait(false);
        }
    }
}
