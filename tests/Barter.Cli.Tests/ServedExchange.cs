using System.Diagnostics;
using System.Text.Json;
using Barter.Execution.Exchanges.Served;
using Barter.Model;

namespace Barter.Cli.Tests;

/// <summary>An exchange in a process of its own.</summary>
internal sealed class ServedExchange : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private ServedExchange(Process process, string address)
    {
        (_process, Address) = (process, address);
        Client = new ServedExchangeClient(address);
    }

    public string Address { get; }

    public ServedExchangeClient Client { get; }

    /// <summary>Gives every wait of a test its end.</summary>
    public CancellationTokenSource Limit { get; } = new(Patience);

    public static async Task<ServedExchange> StartAsync(params string[] more)
    {
        var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                typeof(BarterCommand).Assembly.Location, "exchange", "serve", "--config", Given.Config,
                "--market-data", Given.Day, .. more,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var limit = new CancellationTokenSource(Patience);
        var line = await process.StandardOutput.ReadLineAsync(limit.Token)
            ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(limit.Token));
        Assert.StartsWith("listening on http://127.0.0.1:", line, StringComparison.Ordinal);
        return new ServedExchange(process, line["listening on ".Length..]);
    }

    public async Task<JsonElement> BookAsync()
    {
        using var http = new HttpClient();
        return JsonElement.Parse(await http.GetStringAsync($"{Address}/book", Limit.Token));
    }

    /// <summary>Ends it as a user does.</summary>
    public async Task<int> StopAsync()
    {
        using var killing = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync(Limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        Limit.Dispose();
    }

    public static OrderRequestOpen Limited(string id, decimal price, decimal quantity = 0.01m) =>
        OrderRequestOpen.Limit(
            new OrderKey(new ExchangeIndex(0), new InstrumentIndex(0), new StrategyId("test"), new ClientOrderId(id)),
            Side.Buy, price, quantity);
}
