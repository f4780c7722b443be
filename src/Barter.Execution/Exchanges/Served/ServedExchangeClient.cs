using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Barter.Model;

namespace Barter.Execution.Exchanges.Served;

/// <summary>Our account at an exchange that <c>barter exchange serve</c> serves.</summary>
public sealed class ServedExchangeClient : IExecutionClient
{
    private static readonly TimeSpan ConnectMax = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http;
    private readonly Uri _address;

    /// <param name="address">Such as <c>http://127.0.0.1:5000</c>.</param>
    /// <exception cref="FormatException">It is no such address.</exception>
    public ServedExchangeClient(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var parsed) || parsed is not { Scheme: "http" })
        {
            throw new FormatException($"'{address}' is not an address such as http://127.0.0.1:5000");
        }

        _address = parsed;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, ConnectTimeout = ConnectMax })
        {
            BaseAddress = parsed,
            Timeout = AnswerMax,
        };
    }

    public string Name => _address.GetLeftPart(UriPartial.Authority);

    /// <summary>What the exchange is.</summary>
    /// <exception cref="ExecutionClientException">It cannot be reached.</exception>
    public async Task<ExchangeStatus> StatusAsync(CancellationToken cancellationToken) =>
        await GetAsync("exchange", ExchangeWire.ReadStatus, cancellationToken).ConfigureAwait(false);

    /// <summary>What the exchange is, if it is ours.</summary>
    /// <param name="catalog">What our indexes mean.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ExecutionClientException">It cannot be reached, or has other instruments.</exception>
    public async Task<ExchangeStatus> GreetAsync(InstrumentCatalog catalog, CancellationToken cancellationToken)
    {
        var status = await StatusAsync(cancellationToken).ConfigureAwait(false);
        var ours = ExchangeWire.DigestOf(catalog);
        return string.Equals(status.Catalog, ours, StringComparison.Ordinal)
            ? status
            : throw new ExecutionClientException(
                $"{Name}: {status.Exchange.ToWire()} is served there with other instruments (catalog "
                + $"{status.Catalog[..8]}, ours is {ours[..8]}); start both with the same --config");
    }

    public async IAsyncEnumerable<AccountReport> ReportsAsync(
        long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var link = await ServedLink.OpenAsync(
            _address, string.Create(null, $"account?after={after}"), cancellationToken).ConfigureAwait(false);
        while (await link.NextAsync(cancellationToken).ConfigureAwait(false) is { } text)
        {
            yield return Understood(text, ExchangeWire.ReadReport);
        }

        throw new ExecutionClientException($"{Name}: the link to the account was closed ({link.Reason})");
    }

    public async Task<ValueList<AccountReport>> MissedAsync(long after, CancellationToken cancellationToken) =>
        await GetAsync(
            string.Create(null, $"reports?after={after}"), ExchangeWire.ReadReports, cancellationToken)
            .ConfigureAwait(false);

    public async Task PlaceAsync(
        OrderRequestOpen request, Timestamp validUntil, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(
            HttpMethod.Post, "orders", ExchangeWire.Placing(request, validUntil), cancellationToken)
            .ConfigureAwait(false);

        // What it refuses it reports as well
        if (answer.StatusCode is not (HttpStatusCode.Conflict or HttpStatusCode.Gone))
        {
            await DemandAsync(answer, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task CancelAsync(OrderRequestCancel request, CancellationToken cancellationToken)
    {
        var body = ExchangeWire.Bytes(writer => ModelJson.CancelRequests.Write(writer, request));
        using var answer = await SendAsync(HttpMethod.Post, "cancels", body, cancellationToken).ConfigureAwait(false);
        await DemandAsync(answer, cancellationToken).ConfigureAwait(false);
    }

    public async Task<AccountState> AccountAsync(CancellationToken cancellationToken) =>
        await GetAsync("account", ExchangeWire.ReadAccount, cancellationToken).ConfigureAwait(false);

    public async Task<Order?> FindAsync(ClientOrderId id, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(
            HttpMethod.Get, $"orders/{Uri.EscapeDataString(id.Value)}", null, cancellationToken).ConfigureAwait(false);
        return answer.StatusCode == HttpStatusCode.NotFound
            ? null
            : Understood(
                await DemandAsync(answer, cancellationToken).ConfigureAwait(false),
                json => ModelJson.Orders.Parse(json.Span));
    }

    public async Task<ValueList<Fill>> FillsAsync(Timestamp? since, CancellationToken cancellationToken) =>
        await GetAsync(
            since is { } time ? $"fills?since={Uri.EscapeDataString(time.ToString())}" : "fills",
            ExchangeWire.ReadFills,
            cancellationToken).ConfigureAwait(false);

    /// <summary>The market as it happens, in batches, until the recording is over or the link breaks.</summary>
    /// <exception cref="ExecutionClientException">The link broke, or there was none.</exception>
    public async IAsyncEnumerable<IReadOnlyList<MarketEvent>> MarketAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var link = await ServedLink.OpenAsync(_address, "market", cancellationToken).ConfigureAwait(false);
        while (await link.NextAsync(cancellationToken).ConfigureAwait(false) is { } text)
        {
            yield return Understood(text, json => ExchangeWire.ReadMarket(json.Span));
        }

        if (link.Reason is not ExchangeWire.RecordingIsOver)
        {
            throw new ExecutionClientException($"{Name}: the link to the market was closed ({link.Reason})");
        }
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>One line for whatever may go wrong with a connection.</summary>
    internal static ExecutionClientException Unreachable(string name, Exception cause) => new(
        Root(cause) is SocketException { SocketErrorCode: System.Net.Sockets.SocketError.ConnectionRefused }
            ? $"{name}: nobody listens there; start it with 'barter exchange serve', or check the address"
            : cause is OperationCanceledException
                ? $"{name}: no answer in time; check that the exchange still runs"
                : $"{name}: the connection failed: {Root(cause).Message.ReplaceLineEndings(" ")}",
        cause);

    private static Exception Root(Exception cause) => cause.InnerException is { } inner ? Root(inner) : cause;

    private async Task<T> GetAsync<T>(
        string path, Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null, cancellationToken).ConfigureAwait(false);
        return Understood(await DemandAsync(answer, cancellationToken).ConfigureAwait(false), read);
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, byte[]? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        }

        try
        {
            return await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cause) when (!cancellationToken.IsCancellationRequested
            && cause is HttpRequestException or OperationCanceledException)
        {
            throw Unreachable(Name, cause);
        }
    }

    private async Task<ReadOnlyMemory<byte>> DemandAsync(
        HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return answer.IsSuccessStatusCode
            ? body
            : throw new ExecutionClientException(string.Create(
                null,
                $"{Name}: {answer.RequestMessage!.RequestUri!.AbsolutePath} was answered with "
                + $"{(int)answer.StatusCode}: {System.Text.Encoding.UTF8.GetString(body).ReplaceLineEndings(" ")}"));
    }

    private T Understood<T>(ReadOnlyMemory<byte> json, Func<ReadOnlyMemory<byte>, T> read)
    {
        try
        {
            return read(json);
        }
        catch (FormatException malformed)
        {
            throw new ExecutionClientException(
                $"{Name}: its answer is not to be understood: {malformed.Message}; is it a 'barter exchange serve' "
                + "of the same version?",
                malformed);
        }
    }
}
