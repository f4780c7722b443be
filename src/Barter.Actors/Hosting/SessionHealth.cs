using Barter.Engine.Connectivity;
using Barter.Model;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Barter.Actors.Hosting;

/// <summary>Whether a session lives, or (stricter) whether it is ready to trade.</summary>
internal sealed class SessionHealth(TradingSessions sessions, string name, bool isReadiness) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (sessions.Find(name).Handle is not { } handle)
        {
            return isReadiness
                ? new(context.Registration.FailureStatus, $"session {name} has not started")
                : HealthCheckResult.Healthy($"session {name} is starting");
        }

        try
        {
            return isReadiness ? await ReadyAsync(handle, context, cancellationToken) : Live(handle, context);
        }
        catch (SystemNotRunningException stopped)
        {
            return new(
                context.Registration.FailureStatus, $"session {name} has ended: {stopped.Reason.Message}",
                stopped.Reason.Exception);
        }
    }

    private HealthCheckResult Live(SystemHandle handle, HealthCheckContext context) => handle.Terminated switch
    {
        { IsCompleted: true, Result: { Kind: TerminationKind.Halted or TerminationKind.ShutdownEvent } reason } => new(
            context.Registration.FailureStatus, $"session {name} has ended by itself: {reason.Message}",
            reason.Exception),
        _ => HealthCheckResult.Healthy(),
    };

    private async Task<HealthCheckResult> ReadyAsync(
        SystemHandle handle, HealthCheckContext context, CancellationToken cancellationToken)
    {
        var (state, fault, unknown) = await handle.TellStateAsync(cancellationToken);
        if (fault is not null && state.Trading == TradingState.Disabled)
        {
            return new(context.Registration.FailureStatus, $"session {name}: {fault}; trading is disabled");
        }

        if (unknown.Count > 0)
        {
            return HealthCheckResult.Degraded(
                $"session {name}: nobody knows what became of {string.Join(", ", unknown)}; ask the exchange");
        }

        var down = handle.Catalog.Exchanges
            .Select(exchange => (Name: exchange, Links: state.Connectivity[handle.Catalog.Find(exchange)]))
            .Where(row => (handle.HasMarket && row.Links.MarketData != LinkHealth.Healthy)
                || row.Links.Account is LinkHealth.Reconnecting)
            .Select(row => $"{row.Name.ToWire()}: {row.Links}")
            .ToArray();
        return down.Length == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"session {name} has lost links: {string.Join("; ", down)}");
    }
}
