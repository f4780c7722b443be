using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Barter.Execution.Exchanges;
using Barter.Execution.Exchanges.Served;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using static Barter.Cli.Serving.ServingFaults;

namespace Barter.Cli.Serving;

/// <summary>What a served exchange tells by itself.</summary>
internal sealed class ExchangeSockets(ExchangePlan plan, ExchangeLoop loop, CancellationToken stop)
{
    private const int ReportsMax = 256;

    private static readonly TimeSpan CloseMax = TimeSpan.FromSeconds(2);

    public void MapTo(WebApplication app)
    {
        app.MapGet("/account", (HttpContext http) => http.WebSockets.IsWebSocketRequest
            ? LinkAsync(http, TellAccountAsync)
            : StateAsync(http));
        app.MapGet("/market", (HttpContext http) => LinkAsync(http, TellMarketAsync));
    }

    private async Task StateAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(await loop.DoAsync((account, now) => ExchangeWire.Account(
            new AccountState(now, account.Last, account.Exchange.Snapshot(now)))));
    }

    private async Task LinkAsync(HttpContext http, Func<HttpContext, WebSocket, CancellationToken, Task> tell)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return;
        }

        using var link = CancellationTokenSource.CreateLinkedTokenSource(stop, http.RequestAborted);
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var listening = ListenAsync(socket, link);
        try
        {
            await TellAsync(http, socket, tell, link.Token);

            // To cut it now could overtake the reason why
            await Task.WhenAny(listening, Task.Delay(CloseMax, link.Token));
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException)
        {
            // The client has left, or we do
        }

        await link.CancelAsync();
        await listening;
    }

    private static async Task TellAsync(
        HttpContext http, WebSocket socket, Func<HttpContext, WebSocket, CancellationToken, Task> tell,
        CancellationToken token)
    {
        try
        {
            await tell(http, socket, token);
        }
        catch (FormatException refusal)
        {
            await CloseAsync(socket, WebSocketCloseStatus.PolicyViolation, refusal.Message);
        }
    }

    /// <summary>Clients say what they need no more; one that closes is let go.</summary>
    private async Task ListenAsync(WebSocket socket, CancellationTokenSource link)
    {
        var buffer = new byte[1024];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), link.Token) is
                { MessageType: WebSocketMessageType.Text, EndOfMessage: true, Count: var length })
            {
                using var said = JsonDocument.Parse(buffer.AsMemory(0, length));
                var until = said.RootElement.GetProperty("acknowledged").GetInt64();
                await loop.DoAsync((account, _) =>
                {
                    account.Forget(Math.Min(until, loop.Told));
                    return 0;
                });
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException
            or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // One who says what nobody understands is let go as well
        }

        await link.CancelAsync();
    }

    private async Task TellAccountAsync(HttpContext http, WebSocket socket, CancellationToken token)
    {
        var last = ExchangeApi.After(http);
        await loop.DoAsync((account, now) =>
        {
            if (last > account.Last)
            {
                // Those before were told by an earlier life of this exchange, and numbers go on
                account.Forget(last);
            }

            account.TellAccount(now);
            return 0;
        });
        while (true)
        {
            var (reports, news) = await loop.DoAsync((account, _) => (
                ExchangeApi.Reports(account, last, Math.Min(loop.Told, last + ReportsMax)), loop.News));
            if (reports.Count == 0)
            {
                await news.WaitAsync(token);
            }

            AccountReport? overtaken = null;
            foreach (var report in reports)
            {
                overtaken = await TellAsync(socket, report, overtaken, token);
                last = report.Number;
            }

            if (overtaken is not null)
            {
                await SendAsync(socket, ExchangeWire.Report(overtaken), token);
            }
        }
    }

    /// <returns>A report that is to be told after the next.</returns>
    private async Task<AccountReport?> TellAsync(
        WebSocket socket, AccountReport report, AccountReport? overtaken, CancellationToken token)
    {
        var json = ExchangeWire.Report(report);
        switch (plan.Faults?.OfReport() ?? ReportFault.None)
        {
            case ReportFault.Lost:
                break;
            case ReportFault.Overtaken when overtaken is null:
                return report;
            case ReportFault.Cut:
                await socket.SendAsync(
                    json.AsMemory(0, json.Length / 2), WebSocketMessageType.Text, endOfMessage: false, token);
                socket.Abort();
                throw new WebSocketException("a fault, as asked for");
            case ReportFault.Doubled:
                await SendAsync(socket, json, token);
                await SendAsync(socket, json, token);
                break;
            case ReportFault.Late:
                await Task.Delay(Slowness, token);
                await SendAsync(socket, json, token);
                break;
            default:
                await SendAsync(socket, json, token);
                break;
        }

        if (overtaken is not null)
        {
            await SendAsync(socket, ExchangeWire.Report(overtaken), token);
        }

        return null;
    }

    private async Task TellMarketAsync(HttpContext http, WebSocket socket, CancellationToken token)
    {
        var market = Channel.CreateBounded<byte[]>(ExchangeLoop.WatcherCapacity);
        loop.Watch(market);
        try
        {
            await foreach (var batch in market.Reader.ReadAllAsync(token))
            {
                await SendAsync(socket, batch, token);
                if (plan.Speed is null)
                {
                    loop.Wake();
                }
            }

            await CloseAsync(socket, WebSocketCloseStatus.NormalClosure, ExchangeWire.RecordingIsOver);
        }
        catch (ExecutionClientException slow)
        {
            await CloseAsync(socket, WebSocketCloseStatus.PolicyViolation, slow.Message);
        }
        finally
        {
            market.Writer.TryComplete();
        }
    }

    private static Task SendAsync(WebSocket socket, byte[] json, CancellationToken token) =>
        socket.SendAsync(json.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, token).AsTask();

    private static async Task CloseAsync(WebSocket socket, WebSocketCloseStatus status, string reason)
    {
        using var limited = new CancellationTokenSource(CloseMax);
        await socket.CloseOutputAsync(status, reason.Length > 100 ? reason[..100] : reason, limited.Token);
    }
}
