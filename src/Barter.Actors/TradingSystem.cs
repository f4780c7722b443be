using Akka.Actor;
using Akka.Configuration;
using Barter.Actors.Settings;
using Barter.Actors.Supervision;
using Barter.Backtest;
using Barter.Configuration;
using Barter.Journal;
using Barter.MarketData;

namespace Barter.Actors;

/// <summary>Starts trading systems.</summary>
public static class TradingSystem
{
    /// <summary>
    /// The settings of sessions with their defaults, for an actor system of one's own:
    /// <c>ActorSystem.Create(name, mine.WithFallback(TradingSystem.DefaultSettings))</c>.
    /// </summary>
    public static Config DefaultSettings => SessionSettings.Reference;

    /// <summary>Starts a system; it runs once every exchange has told its account.</summary>
    /// <param name="config">Instruments, exchanges, limits.</param>
    /// <param name="options">What else there is to say.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    /// <exception cref="ArgumentException">An option cannot be.</exception>
    /// <exception cref="SystemConfigException">The configuration cannot be used.</exception>
    /// <exception cref="BacktestException">An exchange cannot be simulated as it is configured.</exception>
    /// <exception cref="MarketDataException">The recording is missing or has no events.</exception>
    /// <exception cref="ConfigurationException">A setting cannot be.</exception>
    /// <exception cref="InvalidOperationException">The actor system has such a session, or has ended.</exception>
    /// <exception cref="JournalException">The session's journal cannot be opened, read or written.</exception>
    /// <exception cref="SessionRecoveryException">The session cannot be taken up with these options.</exception>
    /// <exception cref="SystemNotRunningException">It stopped before it was ready.</exception>
    /// <exception cref="OperationCanceledException">It was given up; nothing of it is left.</exception>
    /// <exception cref="TimeoutException">An exchange did not tell its account in time.</exception>
    public static async Task<SystemHandle> StartAsync(
        SystemConfig config, TradingSystemOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(config);
        options ??= new TradingSystemOptions();
        RefuseBadName(options);
        RefuseNoThread(options);
        RefuseRecordedTime(options);
        cancellationToken.ThrowIfCancellationRequested();
        var settings = options.ActorSystem?.Settings.Config
            ?? options.Settings?.WithFallback(SessionSettings.Reference)
            ?? SessionSettings.Reference;
        var plan = new SessionPlan(config, options, SessionSettings.Of(settings));
        var system = options.ActorSystem ?? ActorSystem.Create("barter", settings);
        SystemHandle? handle = null;
        try
        {
            var events = new SessionEvents();
            var asked = BarterExtension.Of(system).Supervisor.Ask<SystemSupervisor.Created>(
                new SystemSupervisor.Create(plan, events), Timeout.InfiniteTimeSpan, CancellationToken.None);
            if (await Task.WhenAny(asked, system.WhenTerminated) != asked)
            {
                throw new InvalidOperationException(
                    $"actor system {system.Name} was ended; a session needs one that runs");
            }

            var created = await asked;
            handle = new SystemHandle(plan, events, system, created.Session);
            await handle.WhenReadyAsync(cancellationToken);
            return handle;
        }
        catch (Exception)
        {
            if (handle is not null)
            {
                await handle.DisposeAsync();
            }
            else
            {
                plan.Metrics?.End();
                await (options.ActorSystem is null ? system.Terminate() : Task.CompletedTask);
            }

            throw;
        }
    }

    private static void RefuseNoThread(TradingSystemOptions options)
    {
        if (options is { FeedMode: EngineFeedMode.Iterator, ActorSystem: { } system }
            && !system.Dispatchers.HasDispatcher(SessionSettings.EngineDispatcher))
        {
            throw new ArgumentException(
                $"feed mode iterator needs {SessionSettings.EngineDispatcher}, which actor system {system.Name} has "
                + "not; create it with TradingSystem.DefaultSettings as the fallback of its settings", nameof(options));
        }
    }

    /// <summary>Its time is that of the recording, so that there is nothing that a restart could go on from.</summary>
    private static void RefuseRecordedTime(TradingSystemOptions options)
    {
        if (options is { Journal: not null, Market: MarketFeed.History })
        {
            throw new ArgumentException(
                $"session '{options.Session}': a replayed recording (MarketFeed.Replayed) keeps no journal, for it is "
                + "over as fast as it can be and can be run again; use MarketFeed.Paced, at a high speed if need be",
                nameof(options));
        }
    }

    private static void RefuseBadName(TradingSystemOptions options)
    {
        if (string.IsNullOrEmpty(options.Session)
            || !options.Session.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            throw new ArgumentException(
                $"session '{options.Session}': a name has letters, digits, - and _, and at least one of them",
                nameof(options));
        }
    }
}
