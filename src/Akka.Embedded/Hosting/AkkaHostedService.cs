using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting;

/// <summary>Starts the actor system with the host and ends it with the host, whichever ends first.</summary>
public sealed partial class AkkaHostedService : IHostedService
{
    private readonly AkkaConfigurationBuilder _configuration;
    private readonly IServiceProvider _services;
    private readonly ILogger<AkkaHostedService> _logger;
    private readonly IHostApplicationLifetime? _lifetime;
    private ActorSystem? _system;

    public AkkaHostedService(
        AkkaConfigurationBuilder configurationBuilder,
        IServiceProvider serviceProvider,
        ILogger<AkkaHostedService> logger,
        IHostApplicationLifetime? applicationLifetime)
    {
        (_configuration, _services) = (configurationBuilder, serviceProvider);
        (_logger, _lifetime) = (logger, applicationLifetime);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _system = _services.GetRequiredService<ActorSystem>();
        try
        {
            await _configuration.StartAsync(_system, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // The host does not stop a service that did not start
            await _system.Terminate().ConfigureAwait(false);
            throw;
        }

        _ = _system.WhenTerminated.ContinueWith(
            _ => _lifetime?.StopApplication(), TaskScheduler.Default);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_system is null)
        {
            return;
        }

        try
        {
            await CoordinatedShutdown.Get(_system).Run(CoordinatedShutdown.ClrExitReason.Instance)
                .WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogLate(_logger, _system.Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The actor system {ActorSystem} did not shut down in the host's time")]
    private static partial void LogLate(ILogger logger, string actorSystem);
}
