using System.Globalization;
using System.Text;
using Barter.Execution.Exchanges;
using Barter.Execution.Exchanges.Served;
using Barter.Execution.Simulation;
using Barter.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using static Barter.Cli.Serving.ServingFaults;

namespace Barter.Cli.Serving;

/// <summary>What a served exchange can be asked.</summary>
internal sealed class ExchangeApi(ExchangePlan plan, ExchangeLoop loop)
{
    private const int BodyMax = 1024 * 1024;

    public void MapTo(WebApplication app)
    {
        app.MapGet("/exchange", (HttpContext http) => Told(http, (_, _) => ExchangeWire.Status(loop.Status)));
        app.MapGet("/reports", (HttpContext http) => Told(http, (account, _) => ExchangeWire.Reports(
            Reports(account, After(http), int.MaxValue))));
        app.MapGet("/fills", (HttpContext http) => Told(http, (account, _) => ExchangeWire.Fills(
            Fills(http, account))));
        app.MapGet("/book", (HttpContext http) => Told(http, (account, now) => ServedBook.Write(account, now)));
        app.MapPost("/market/stop", (HttpContext http) => Guarded(http, () => StopMarketAsync(http)));
        app.MapGet("/orders/{id}", (HttpContext http, string id) => Guarded(http, () => FindAsync(http, id)));
        app.MapPost("/orders", (HttpContext http) => Guarded(http, () => PlaceAsync(http)));
        app.MapPost("/cancels", (HttpContext http) => Guarded(http, () => CancelAsync(http)));
        app.MapDelete("/orders/{id}", (HttpContext http, string id) => Guarded(http, () => CancelAsync(http, id)));
    }

    public static ValueList<AccountReport> Reports(SimulatedAccount account, long after, long until)
    {
        if (after < account.Forgotten)
        {
            throw new FormatException(string.Create(
                null, $"the reports until {account.Forgotten} were acknowledged and are gone; ask for those after it"));
        }

        var reports = new List<AccountReport>();
        for (var number = after + 1; number <= Math.Min(account.Last, until); number++)
        {
            reports.Add(new AccountReport(number, account[number]));
        }

        return reports.ToValueList();
    }

    /// <exception cref="FormatException">It is no number.</exception>
    public static long After(HttpContext http) => http.Request.Query["after"].ToString() is { Length: > 0 } text
        ? long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var after)
            ? after
            : throw new FormatException($"after={text}: it must be the number of a report or a trade, or 0")
        : 0;

    private static ValueList<Fill> Fills(HttpContext http, SimulatedAccount account) =>
        http.Request.Query["since"].ToString() is { Length: > 0 } text
            ? account.FillsSince(Timestamp.Parse(text))
            : account.FillsAfter(After(http));

    private Task Told(HttpContext http, Func<SimulatedAccount, Timestamp, byte[]> tell) => Guarded(
        http, async () => await AnswerAsync(http, StatusCodes.Status200OK, await loop.DoAsync(tell)));

    private async Task StopMarketAsync(HttpContext http)
    {
        await loop.StopMarketAsync();
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task FindAsync(HttpContext http, string id)
    {
        var found = await loop.DoAsync((account, _) => account.Find(new ClientOrderId(id)));
        await (found is null
            ? RefuseAsync(http, StatusCodes.Status404NotFound, $"no order '{id}' has arrived")
            : AnswerAsync(
                http,
                StatusCodes.Status200OK,
                ExchangeWire.Bytes(writer => ModelJson.Orders.Write(writer, found))));
    }

    private async Task PlaceAsync(HttpContext http)
    {
        var (request, validUntil) = ExchangeWire.ReadPlacing(await BodyAsync(http));
        var lasts = plan.Speed is null ? (Timestamp?)null : validUntil;
        await FaultyAsync(http, async () =>
        {
            var intake = await loop.RequestAsync((account, now) => account.Place(request, lasts, now));
            return intake switch
            {
                OrderIntake.OtherTerms => (
                    StatusCodes.Status409Conflict,
                    $"client order id {request.Key.ClientOrderId} was used before for another order"),
                OrderIntake.TooLate => (
                    StatusCodes.Status410Gone, $"the order was valid until {validUntil}, and that is over"),
                _ => (StatusCodes.Status202Accepted, ""),
            };
        });
    }

    private async Task CancelAsync(HttpContext http) =>
        await CancelAsync(http, ModelJson.CancelRequests.Parse((await BodyAsync(http)).Span));

    private async Task CancelAsync(HttpContext http, string id)
    {
        var found = await loop.DoAsync((account, _) => account.Find(new ClientOrderId(id)));
        await (found is null
            ? RefuseAsync(http, StatusCodes.Status404NotFound, $"no order '{id}' has arrived")
            : CancelAsync(http, new OrderRequestCancel(found.Key)));
    }

    private Task CancelAsync(HttpContext http, OrderRequestCancel request) => FaultyAsync(http, async () =>
    {
        await loop.RequestAsync((account, now) =>
        {
            account.Cancel(request, now);
            return 0;
        });
        return (StatusCodes.Status202Accepted, "");
    });

    /// <summary>Carries a request out and answers it, unless something goes wrong on the way.</summary>
    private async Task FaultyAsync(HttpContext http, Func<Task<(int Status, string Message)>> carryOut)
    {
        var fault = plan.Faults?.OfRequest() ?? RequestFault.None;
        if (fault == RequestFault.FailsBefore)
        {
            await RefuseAsync(http, StatusCodes.Status500InternalServerError, "a fault, as asked for");
            return;
        }

        var (status, message) = await carryOut();
        switch (fault)
        {
            case RequestFault.FailsAfter:
                await RefuseAsync(http, StatusCodes.Status500InternalServerError, "a fault, as asked for");
                break;
            case RequestFault.IsCut:
                http.Abort();
                break;
            case RequestFault.IsSlow:
                await Task.Delay(Slowness, http.RequestAborted);
                await RefuseAsync(http, status, message);
                break;
            default:
                await RefuseAsync(http, status, message);
                break;
        }
    }

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.Length <= BodyMax
            ? body.ToArray()
            : throw new FormatException("the request is too long");
    }

    private static async Task Guarded(HttpContext http, Func<Task> answer)
    {
        try
        {
            await answer();
        }
        catch (FormatException malformed)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, malformed.Message);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there any more to be answered
        }
    }

    private static Task RefuseAsync(HttpContext http, int status, string message)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(message)).AsTask();
    }

    private static Task AnswerAsync(HttpContext http, int status, byte[] json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.Body.WriteAsync(json).AsTask();
    }
}
