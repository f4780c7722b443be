using System.Net.WebSockets;

namespace Barter.Execution.Exchanges.Served;

/// <summary>A WebSocket of whole messages.</summary>
internal sealed class ServedLink : IDisposable
{
    private static readonly TimeSpan SilenceMax = TimeSpan.FromSeconds(5);

    private readonly ClientWebSocket _socket = new();
    private readonly string _name;
    private byte[] _buffer = new byte[16 * 1024];

    private ServedLink(Uri address)
    {
        _name = address.GetLeftPart(UriPartial.Authority);
        _socket.Options.Proxy = null;
        (_socket.Options.KeepAliveInterval, _socket.Options.KeepAliveTimeout) = (SilenceMax, SilenceMax);
    }

    /// <summary>Why the other side closed it.</summary>
    public string Reason => _socket.CloseStatusDescription ?? "no reason given";

    /// <exception cref="ExecutionClientException">It cannot be opened.</exception>
    public static async Task<ServedLink> OpenAsync(Uri address, string path, CancellationToken cancellationToken)
    {
        var link = new ServedLink(address);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(SilenceMax);
        try
        {
            var target = new UriBuilder(new Uri(address, path)) { Scheme = Uri.UriSchemeWs }.Uri;
            await link._socket.ConnectAsync(target, limited.Token).ConfigureAwait(false);
            return link;
        }
        catch (Exception cause) when (!cancellationToken.IsCancellationRequested
            && cause is WebSocketException or OperationCanceledException)
        {
            link.Dispose();
            throw ServedExchangeClient.Unreachable(link._name, cause);
        }
        catch (OperationCanceledException)
        {
            link.Dispose();
            throw;
        }
    }

    /// <summary>The next message, valid until the following call; none once the other side has closed.</summary>
    /// <exception cref="ExecutionClientException">The link broke.</exception>
    public async Task<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            for (var length = 0; ;)
            {
                var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken)
                    .ConfigureAwait(false);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                length += part.Count;
                if (part.EndOfMessage)
                {
                    return _buffer.AsMemory(0, length);
                }

                if (length == _buffer.Length)
                {
                    Array.Resize(ref _buffer, length * 2);
                }
            }
        }
        catch (Exception cause) when (!cancellationToken.IsCancellationRequested
            && cause is WebSocketException or OperationCanceledException)
        {
            throw ServedExchangeClient.Unreachable(_name, cause);
        }
    }

    public void Dispose() => _socket.Dispose();
}
