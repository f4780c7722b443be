using System.Diagnostics;
using System.Diagnostics.Metrics;
using Akka.Actor;
using Akka.Configuration;
using Barter.Actors.Instrumentation;
using Barter.Actors.Settings;
using Barter.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Barter.Actors.Hosting;

/// <summary>Starts the sessions with the host; its coordinated shutdown stops them.</summary>
internal sealed partial class TradingSessions : ITradingSessions, IHostedService, IDisposable
{
    private readonly IServiceProvider _services;
    private readonly HostSettings _host;
    private readonly ILogger<TradingSessions> _log;
    private readonly ActivitySource _source = new(SessionMetrics.Name);
    private readonly OrderedDictionary<string, HostedSession> _sessions = [];

    public TradingSessions(
        IEnumerable<SessionRegistration> registrations,
        HostSettings host,
        IServiceProvider services,
        ILogger<TradingSessions> log)
    {
        (_services, _host, _log) = (services, host, log);
        foreach (var registration in registrations)
        {
            _sessions.Add(registration.Name, new(registration, new SessionOptions(registration, host)));
        }
    }

    public IReadOnlyList<string> Names => [.. _sessions.Keys];

    public SystemHandle this[string name] => Find(name).Handle ?? throw new InvalidOperationException(
        $"session '{name}' has not started: it does with the host; "
        + $"await {nameof(ITradingSessions)}.{nameof(StartedAsync)}");

    public Task<SystemHandle> StartedAsync(string name, CancellationToken cancellationToken = default) =>
        Find(name).Started.WaitAsync(cancellationToken);

    /// <summary>All sessions start, or none: of a host that does not start nobody would stop the others.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await StartAllAsync(cancellationToken);
        }
        catch (Exception failure)
        {
            foreach (var session in _sessions.Values)
            {
                session.Fail(failure);
            }

            await Task.WhenAll(_sessions.Values.Select(
                session => session.Handle?.DisposeAsync().AsTask() ?? Task.CompletedTask));
            throw;
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var session in _sessions.Values)
        {
            session.Fail(new InvalidOperationException(
                $"session '{session.Name}' has not started, and its host ended"));
        }

        _source.Dispose();
    }

    private async Task StartAllAsync(CancellationToken cancellationToken)
    {
        var system = _services.GetRequiredService<ActorSystem>();
        var shutdown = CoordinatedShutdown.Get(system);
        var settings = SessionSettings.Of(system.Settings.Config);
        RefuseShortPhases(shutdown, settings);
        await Task.WhenAll(_sessions.Values.Select(async session =>
        {
            try
            {
                var handle = await StartAsync(session, system, cancellationToken);
                new SessionShutdown(handle, settings, _log, _source).AddTo(shutdown);
                session.Start(handle);
                LogStarted(_log, session.Name);
                _ = WatchAsync(handle);
            }
            catch (Exception failure)
            {
                session.Fail(failure);
                throw;
            }
        }));
    }

    internal HostedSession Find(string name) => _sessions.TryGetValue(name, out var session)
        ? session
        : throw new KeyNotFoundException(
            $"the host has no session '{name}'; it has {string.Join(", ", _sessions.Keys)}");

    /// <summary>A phase that ended before its steps would cut them off without a word.</summary>
    private static void RefuseShortPhases(CoordinatedShutdown shutdown, SessionSettings settings)
    {
        foreach (var (phase, needed) in SessionShutdown.Phases(settings))
        {
            if (shutdown.Timeout(phase) < needed)
            {
                throw new ConfigurationException(
                    $"akka.coordinated-shutdown.phases.{phase}.timeout = {shutdown.Timeout(phase)}: "
                    + $"with these barter.shutdown and barter.session.stop-timeout it must be at least {needed}");
            }
        }
    }

    private async Task<SystemHandle> StartAsync(
        HostedSession session, ActorSystem system, CancellationToken cancellationToken)
    {
        using var span = _source.StartActivity("barter.session.start");
        span?.SetTag("session", session.Name);
        var said = _services.GetRequiredService<IOptionsMonitor<HostedSessionOptions>>().Get(session.Name);
        var config = session.Registration.Config
            ?? await SystemConfig.LoadAsync(_host.PathOf(said.Config!), cancellationToken);
        var options = session.Options.Read(said, config.BuildCatalog()) with
        {
            MeterFactory = _services.GetService<IMeterFactory>(),
            Time = _services.GetService<TimeProvider>() ?? TimeProvider.System,
        };
        options = session.Registration.Configure?.Invoke(options, _services) ?? options;
        if (options.Settings is not null || options.ActorSystem is not null)
        {
            throw new InvalidOperationException(
                $"session '{session.Name}': its actor system is the host's, and so are the settings; "
                + $"leave {nameof(options.ActorSystem)} and {nameof(options.Settings)} out");
        }

        return await TradingSystem.StartAsync(
            config, options with { Session = session.Name, ActorSystem = system }, cancellationToken);
    }

    private async Task WatchAsync(SystemHandle handle)
    {
        var reason = await handle.Terminated;
        if (reason.Kind is TerminationKind.Halted or TerminationKind.ShutdownEvent)
        {
            LogEnded(_log, handle.Session, reason.Message, reason.Exception);
        }
    }

    [LoggerMessage(LogLevel.Information, "Session {Session} has started")]
    private static partial void LogStarted(ILogger logger, string session);

    [LoggerMessage(LogLevel.Error, "Session {Session} has ended by itself: {Reason}")]
    private static partial void LogEnded(ILogger logger, string session, string reason, Exception? cause);
}
