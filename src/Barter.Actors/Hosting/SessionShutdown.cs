using System.Diagnostics;
using Akka;
using Akka.Actor;
using Barter.Actors.Settings;
using Microsoft.Extensions.Logging;

namespace Barter.Actors.Hosting;

/// <summary>How a session stops with its host: trading off, cancel and close, drain, summary.</summary>
/// <remarks>No step keeps the next one from coming.</remarks>
internal sealed partial class SessionShutdown(
    SystemHandle handle, SessionSettings settings, ILogger log, ActivitySource source)
{
    // A step ends by its own limit and says so; the phase is the net below
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    /// <summary>The phases that are used, with the time that each needs.</summary>
    public static IEnumerable<(string Name, TimeSpan Needed)> Phases(SessionSettings settings) =>
    [
        (CoordinatedShutdown.PhaseBeforeServiceUnbind, settings.TradingOffTimeout + Margin),
        (CoordinatedShutdown.PhaseServiceUnbind, settings.CommandsTimeout + Margin),
        (CoordinatedShutdown.PhaseServiceStop, StopLimit(settings) + Margin),
    ];

    public void AddTo(CoordinatedShutdown shutdown)
    {
        Add(CoordinatedShutdown.PhaseBeforeServiceUnbind, "trading off", settings.TradingOffTimeout,
            cancellation => handle.SetTradingEnabledAsync(false, cancellation));
        if (settings.IsCancelledAtShutdown || settings.IsClosedAtShutdown)
        {
            Add(CoordinatedShutdown.PhaseServiceUnbind, "cancel and close", settings.CommandsTimeout, CommandAsync);
        }

        Add(CoordinatedShutdown.PhaseServiceStop, "drain and stop", StopLimit(settings), StopAsync);

        void Add(string phase, string step, TimeSpan limit, Func<CancellationToken, Task> deed) =>
            shutdown.AddTask(phase, $"barter/{handle.Session}: {step}", () => TakeAsync(step, limit, deed));
    }

    /// <summary>The drain; then the engine stops, sums up and is taken down, each of which may take its time.</summary>
    private static TimeSpan StopLimit(SessionSettings settings) => settings.DrainTimeout + (3 * settings.StopTimeout);

    private async Task CommandAsync(CancellationToken cancellation)
    {
        if (settings.IsCancelledAtShutdown)
        {
            await handle.CancelOrdersAsync(cancellationToken: cancellation);
        }

        if (settings.IsClosedAtShutdown)
        {
            await handle.ClosePositionsAsync(cancellationToken: cancellation);
        }
    }

    private async Task StopAsync(CancellationToken cancellation)
    {
        using var span = source.StartActivity("barter.session.stop");
        span?.SetTag("session", handle.Session);
        var summary = await handle.ShutdownWithSummaryAsync(
            drain: settings.DrainTimeout, cancellationToken: cancellation);
        var figures = summary.TradingSummary;
        LogSummary(
            log, handle.Session, figures.Duration, figures.Portfolio?.NavStart, figures.Portfolio?.NavEnd,
            figures.Portfolio?.Fees, figures.Portfolio?.Currency, summary.AuditDigest);
    }

    private async Task<Done> TakeAsync(string step, TimeSpan limit, Func<CancellationToken, Task> deed)
    {
        using var late = new CancellationTokenSource(limit, handle.Time);
        try
        {
            await deed(late.Token);
        }
        catch (SystemNotRunningException ended)
        {
            LogEndedBefore(log, handle.Session, step, ended.Reason.Message);
        }
        catch (Exception unfinished) when (unfinished is OperationCanceledException or TimeoutException)
        {
            LogUnfinished(log, handle.Session, step, limit);
        }

        return Done.Instance;
    }

    [LoggerMessage(
        LogLevel.Information,
        "Session {Session} was shut down after {Duration}: worth {NavStart} at first and {NavEnd} {Currency} now, "
        + "fees {Fees}; audit digest {Digest}")]
    private static partial void LogSummary(
        ILogger logger, string session, TimeSpan duration, decimal? navStart, decimal? navEnd, decimal? fees,
        string? currency, string digest);

    [LoggerMessage(LogLevel.Warning, "Session {Session}: '{Step}' is unfinished after {Limit}; the shutdown goes on")]
    private static partial void LogUnfinished(ILogger logger, string session, string step, TimeSpan limit);

    [LoggerMessage(LogLevel.Debug, "Session {Session} had ended before '{Step}': {Reason}")]
    private static partial void LogEndedBefore(ILogger logger, string session, string step, string reason);
}
