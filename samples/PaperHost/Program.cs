// Trades a recorded day on paper, at the pace of the recording, until Ctrl+C or SIGTERM, and then says how it went.
// Usage: PaperHost [--Barter:Sessions:paper:Speed=100x ...]; what can be set stands in appsettings.json.

using Barter.Actors.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});
builder.AddTradingSession("paper");
builder.Services.AddHostedService<Watch>();
builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMinutes(1));
await builder.Build().RunAsync();

/// <summary>Looks at the session now and then.</summary>
internal sealed partial class Watch(ITradingSessions sessions, HealthCheckService health, ILogger<Watch> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var session = await sessions.StartedAsync("paper", stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5));
        while (session.IsRunning)
        {
            var report = await health.CheckHealthAsync(stoppingToken);
            var state = await session.GetStateAsync(stoppingToken);
            foreach (var row in state.Instruments)
            {
                Log(log, row.Instrument.Name, row.Price, row.Orders.Count, row.Position?.QuantitySigned ?? 0m);
            }

            LogHealth(log, report.Status, state.Time);
            await timer.WaitForNextTickAsync(stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Instrument} at {Price}: {Orders} orders, position {Position}")]
    private static partial void Log(ILogger log, object instrument, decimal? price, int orders, decimal position);

    [LoggerMessage(LogLevel.Information, "Health {Health} at {Time}")]
    private static partial void LogHealth(ILogger log, HealthStatus health, object time);
}
