using Barter.Cli.Serving;
using Barter.Execution.Exchanges.Served;

namespace Barter.Cli.Chaos;

/// <summary>The exchange that survives all kills.</summary>
internal sealed class ChaosExchange : IAsyncDisposable
{
    private const string Greeting = "listening on ";

    private readonly BarterProcess _process;
    private readonly ServedExchangeClient _client;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    private ChaosExchange(BarterProcess process, string address)
    {
        (_process, Address) = (process, address);
        _client = new ServedExchangeClient(address);
    }

    public string Address { get; }

    /// <exception cref="IOException">It does not start.</exception>
    public static async Task<ChaosExchange> StartAsync(ChaosPlan plan, CancellationToken cancellation)
    {
        var process = BarterProcess.Start(plan.ExchangeArgs(), readsOutput: false);
        if (await process.Output.ReadLineAsync(cancellation) is { } line
            && line.StartsWith(Greeting, StringComparison.Ordinal))
        {
            return new ChaosExchange(process, line[Greeting.Length..]);
        }

        using (process)
        {
            throw new IOException($"the exchange did not start: {await process.Error.ReadToEndAsync(cancellation)}");
        }
    }

    public Task<ExchangeStatus> StatusAsync(CancellationToken cancellation) => _client.StatusAsync(cancellation);

    public async Task<ServedBook> BookAsync(CancellationToken cancellation) =>
        ServedBook.Parse(await _http.GetByteArrayAsync(new Uri($"{Address}/book"), cancellation));

    /// <summary>Lets nothing happen any more but what was begun.</summary>
    public async Task StopMarketAsync(CancellationToken cancellation)
    {
        using var answer = await _http.PostAsync(new Uri($"{Address}/market/stop"), null, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        _http.Dispose();
        _process.Dispose();
    }
}
