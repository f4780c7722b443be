using System.Net;
using Barter.MarketData;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Barter.Cli.Serving;

/// <summary>A simulated exchange for other processes of this machine.</summary>
internal static class ExchangeServer
{
    private static readonly TimeSpan StopMax = TimeSpan.FromSeconds(2);

    /// <summary>Serves until it is stopped.</summary>
    /// <param name="plan">What.</param>
    /// <param name="port">On the loopback interface; 0 for any.</param>
    /// <param name="listening">Hears the address once somebody can connect.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="IOException">The port cannot be had.</exception>
    /// <exception cref="MarketDataException">The recording is missing or broken.</exception>
    public static async Task ServeAsync(
        ExchangePlan plan, int port, Action<string> listening, CancellationToken cancellation)
    {
        using var loop = new ExchangeLoop(plan, plan.Market.FirstEventTime(), TimeProvider.System);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await using var app = Build(port);
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(2) });
        new ExchangeApi(plan, loop).MapTo(app);
        new ExchangeSockets(plan, loop, stopping.Token).MapTo(app);
        await app.StartAsync(cancellation);
        listening(app.Urls.First());
        try
        {
            await loop.RunAsync(stopping.Token);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // To be stopped is how it ends
        }
        finally
        {
            await stopping.CancelAsync();
            using var limited = new CancellationTokenSource(StopMax);
            await app.StopAsync(limited.Token);
        }
    }

    private static WebApplication Build(int port)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = "barter",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        return builder.Build();
    }
}
